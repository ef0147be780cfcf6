import type { EndpointConfiguration } from '@/lib/model/restApi';
import { AwsError } from '../../AwsError';
import type { PatchTable } from './patch';
import { flag, text } from './patchRules';

export interface RestApiDraft {
  name: string;
  description: string;
  policy: string;
  apiKeySource: 'HEADER' | 'AUTHORIZER';
  disableExecuteApiEndpoint: boolean;
  binaryMediaTypes: string[];
  minimumCompressionSize: number | null;
  endpointConfiguration: EndpointConfiguration;
}

type Endpoint = { ipAddressType: string; types: string[]; vpcEndpointIds?: string[] };
/** What the control plane refuses, with its sentence, may stand in a draft. */
const endpointOf = (draft: RestApiDraft) => draft.endpointConfiguration as Endpoint;

/** As the table and the recordings have it (reference section 5): a media type stands in the path, without a value. */
export const restApiPatch: PatchTable<RestApiDraft> = {
  style: 'names path',
  rules: [
    {
      path: '/name',
      ops: ['replace'],
      apply: (draft, { value }) => {
        draft.name = value;
      },
    },
    {
      path: '/description',
      ops: ['add', 'replace', 'remove'],
      apply: (draft, { op, value }) => {
        if (op !== 'remove' && value === '')
          throw new AwsError('BadRequestException', 'Description cannot be an empty string');
        draft.description = op === 'remove' ? '' : value;
      },
    },
    text('/policy', 'policy', ['add', 'replace', 'remove']) as PatchTable<RestApiDraft>['rules'][number],
    flag('/disableExecuteApiEndpoint', 'disableExecuteApiEndpoint'),
    {
      path: '/apiKeySource',
      ops: ['replace'],
      apply: (draft, { value }) => {
        draft.apiKeySource = value as RestApiDraft['apiKeySource'];
      },
    },
    {
      path: '/minimumCompressionSize',
      ops: ['replace'],
      apply: (draft, { value }) => {
        const size = Number(value);
        const none = value === '' || value === 'null';
        // What is no number is refused with the sizes that there are, as recorded.
        draft.minimumCompressionSize = none ? null : Number.isNaN(size) ? -1 : size;
      },
    },
    {
      path: '/binaryMediaTypes/{type}',
      ops: ['add', 'replace', 'remove'],
      apply: (draft, { names: [type = ''], op, value }) => {
        const others = draft.binaryMediaTypes.filter((each) => each !== type);
        draft.binaryMediaTypes =
          op === 'remove' ? others : [...others, op === 'replace' && value ? value : type];
      },
    },
    {
      path: '/endpointConfiguration/types/{index}',
      ops: ['replace'],
      refusal: "Invalid patch operation specified. Must be 'add'|'remove'|'replace'",
      apply: (draft, { value }) => {
        const endpoint = endpointOf(draft);
        endpoint.types = [value];
        if (value === 'PRIVATE') endpoint.ipAddressType = 'dualstack';
        else delete endpoint.vpcEndpointIds;
      },
    },
    {
      path: '/endpointConfiguration/ipAddressType',
      ops: ['replace'],
      apply: (draft, { value }) => {
        endpointOf(draft).ipAddressType = value;
      },
    },
    {
      path: '/endpointConfiguration/vpcEndpointIds',
      ops: ['add', 'remove'],
      apply: (draft, { op, value }) => {
        const endpoint = endpointOf(draft);
        const others = (endpoint.vpcEndpointIds ?? []).filter((each) => each !== value);
        endpoint.vpcEndpointIds = op === 'add' ? [...others, value] : others;
      },
    },
  ],
};
