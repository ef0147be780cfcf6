/** What signs and what allows, for those who ask outside a call: policies as the pipeline evaluates them. */
export {
  createSessionTokens,
  type Session,
  type SessionTokens,
} from '../authorizers/sessions/sessionTokens';
export { expiredToken } from '../authorizers/sigv4/SignatureRefused';
export { type SignatureRefusal, signatureRefusal } from '../authorizers/sigv4/signatureRefusal';
export {
  type SignedRequest,
  type SigningKey,
  type VerifyOptions,
  verifySignature,
} from '../authorizers/sigv4/verifySignature';
export {
  compileFunctionPermissions,
  type FunctionPermissions,
} from '../policy/compileFunctionPermissions';
export { compilePolicy, type Policy } from '../policy/compilePolicy';
export { compileTrustPolicy } from '../policy/compileTrustPolicy';
export { decideAll } from '../policy/decideAll';
export {
  MalformedPolicy,
  type PolicyDecision,
  type PolicyPrincipal,
  type PolicyRequest,
} from '../policy/PolicyRequest';
export {
  type InvokeQuestion,
  type InvokeTrial,
  NothingToDecide,
  simulateInvoke,
} from './simulateInvoke';
