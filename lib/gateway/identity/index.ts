/** What signs and what allows, for those who ask outside a call: policies as the pipeline evaluates them. */
export { compilePolicy, type Policy } from '../policy/compilePolicy';
export { MalformedPolicy, type PolicyDecision, type PolicyRequest } from '../policy/PolicyRequest';
export {
  type InvokeQuestion,
  type InvokeTrial,
  NothingToDecide,
  simulateInvoke,
} from './simulateInvoke';
