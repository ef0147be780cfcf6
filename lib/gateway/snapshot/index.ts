export { compileModels } from '../models/compileModels';
export { compileGatewayResponses } from '../responses/compileGatewayResponses';
export { gatewayResponses } from '../responses/gatewayResponses';
export { ApiKeyTable } from './ApiKeyTable';
export { checkDeployment, checkSnapshot } from './checkSnapshot';
export { compileDeployment } from './compileDeployment';
export { ApiKeyPacker, ApiKeyUnpacker } from './packedApiKeys';
export { SnapshotRejected } from './SnapshotRejected';
export * from './types';
