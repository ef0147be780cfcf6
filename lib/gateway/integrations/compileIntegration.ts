import type { BinaryTypes } from '../mapping/contentHandling';
import type { IntegrationDocument, MethodDocument } from '../snapshot/types';
import { compileAwsFunction } from './aws/awsFunction';
import { compileAwsService } from './aws/awsService';
import { compileHttp } from './http';
import { compileHttpProxy } from './httpProxy';
import type { Integration } from './Integration';
import { compileLambdaProxy } from './lambdaProxy';
import { compileMock } from './mock';

/** @throws Error naming what is wrong; nothing of it runs then */
export function compileIntegration(
  document: IntegrationDocument,
  methodResponses: MethodDocument['methodResponses'],
  binary: BinaryTypes | undefined,
): Integration {
  if (document.type === 'MOCK') return compileMock(document, methodResponses, binary);
  if (document.type === 'AWS_PROXY') return compileLambdaProxy(document, binary);
  if (document.type === 'AWS')
    return isFunction(document)
      ? compileAwsFunction(document, methodResponses, binary)
      : compileAwsService(document, methodResponses, binary);
  requireHttp(document);
  if (document.type === 'HTTP_PROXY') return compileHttpProxy(document);
  return compileHttp(document, methodResponses, binary);
}

/** A function's own invocation; other calls of Lambda are calls of a service. */
function isFunction({ uri = '' }: IntegrationDocument): boolean {
  return /:lambda:path\/[/ ]*[^/]+\/functions\/.+\/invocations$/s.test(uri);
}

function requireHttp({ uri, httpMethod }: IntegrationDocument): void {
  // A stage variable may hold any part after the scheme, or the scheme itself as the control plane allows it.
  if (!uri || !/^(https?:\/\/|\$\{stageVariables\.)/i.test(uri)) throw new Error('uri is not an http(s) URL');
  if (!httpMethod) throw new Error('httpMethod is missing');
}
