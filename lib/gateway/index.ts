/** The engine's face: everything outside lib/gateway imports this, ./ports, ./snapshot or ./vtl. */
export type {
  ApiAuthorizerOutcome,
  ApiAuthorizerTestCall,
  AuthorizerOutcome,
  AuthorizerTestCall,
  Gateway,
  GatewayOptions,
  TestCall,
  TestOutcome,
} from './gateway';
export { createGateway } from './gateway';
export type { TraceEntry } from './telemetry/trace';
export type { EgressGuard } from './transport/egressGuard';
export { createEgressGuard } from './transport/egressGuard';
export type { TargetHealth } from './transport/links/TargetHealth';
