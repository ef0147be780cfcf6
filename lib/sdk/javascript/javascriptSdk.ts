import { pathExpression } from '../pathExpression';
import type { SdkApi, SdkFiles, SdkOperation } from '../SdkApi';
import { inComment } from '../words';
import { javascriptCore } from './javascriptCore';

/**
 * The client with AWS's interface: `apigClientFactory.newClient(config)`, whose methods take
 * `(params, body, additionalParams)`
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-generate-sdk-javascript.html).
 */
export function javascriptSdk(api: SdkApi): SdkFiles {
  return {
    'apiGateway-js-sdk/apigClient.js': javascriptClient(api),
    'apiGateway-js-sdk/README.md': readme(api),
  };
}

export function javascriptClient({ name, baseUrl, region, operations }: SdkApi): string {
  return `/* Client of ${inComment(name)}. */
var apigClientFactory = {};
apigClientFactory.newClient = function (config) {
  'use strict';
  const settings = Object.assign(
    {
      accessKey: '',
      secretKey: '',
      sessionToken: '',
      region: ${JSON.stringify(region)},
      apiKey: undefined,
      defaultContentType: 'application/json',
      defaultAcceptType: 'application/json',
      invokeUrl: ${JSON.stringify(baseUrl)},
    },
    config,
  );
  const core = apiGatewayCore(settings);

  function pick(params, names) {
    const given = params || {};
    return Object.fromEntries(
      names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
    );
  }

  function need(params, names) {
    const missing = names.filter((name) => !params || params[name] === undefined || params[name] === null);
    if (missing.length > 0) throw new Error('Missing required parameters: ' + missing.join(', '));
  }

  const apigClient = {};
${operations.map(methodOf).join('\n')}
  return apigClient;
};
${javascriptCore}
if (typeof module !== 'undefined' && module.exports) module.exports = apigClientFactory;
`;
}

function methodOf({ name, httpMethod, path, parameters }: SdkOperation): string {
  const named = (location: string) =>
    JSON.stringify(parameters.filter((each) => each.location === location).map((each) => each.name));
  const required = JSON.stringify(parameters.filter((each) => each.required).map((each) => each.name));
  return `
  /** ${httpMethod} ${inComment(path)} */
  apigClient.${name} = async function (params, body, additionalParams) {
    const more = additionalParams || {};
    need(params, ${required});
    return core.call(
      ${JSON.stringify(httpMethod)},
      ${pathOf(path)},
      Object.assign(pick(params, ${named('query')}), more.queryParams),
      Object.assign(pick(params, ${named('header')}), more.headers),
      body,
    );
  };`;
}

const pathOf = (path: string) =>
  pathExpression(
    path,
    (name, isRest) => `core.encode${isRest ? 'Path' : ''}(params[${JSON.stringify(name)}])`,
  );

const readme = ({ operations }: SdkApi) => `# JavaScript client

In a page: \`<script src="apigClient.js"></script>\`. In Node: \`const apigClientFactory = require('./apigClient.js')\`.

    const apigClient = apigClientFactory.newClient({ apiKey: 'API_KEY', accessKey: 'ACCESS_KEY', secretKey: 'SECRET_KEY' });
    const { status, data } = await apigClient.${operations[0]?.name ?? 'rootGet'}(params, body, additionalParams);

\`params\` are path, query and header parameters by name; \`additionalParams\` is \`{ headers, queryParams }\`.
`;
