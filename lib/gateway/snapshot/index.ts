export { checkDeployment, checkSnapshot } from './checkSnapshot';
export { compileDeployment } from './compileDeployment';
export { SnapshotRejected } from './SnapshotRejected';
export * from './types';
