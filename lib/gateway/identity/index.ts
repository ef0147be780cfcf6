/** What signs and what allows, for those who ask outside a call: policies as the pipeline evaluates them. */
export { type SignatureRefusal, signatureRefusal } from '../authorizers/sigv4/signatureRefusal';
export {
  type SignedRequest,
  type SigningKey,
  type VerifyOptions,
  verifySignature,
} from '../authorizers/sigv4/verifySignature';
export { compilePolicy, type Policy } from '../policy/compilePolicy';
export { decideAll } from '../policy/decideAll';
export { MalformedPolicy, type PolicyDecision, type PolicyRequest } from '../policy/PolicyRequest';
export {
  type InvokeQuestion,
  type InvokeTrial,
  NothingToDecide,
  simulateInvoke,
} from './simulateInvoke';
