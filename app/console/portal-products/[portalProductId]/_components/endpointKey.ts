/** A method of a stage. */
export interface Endpoint {
  restApiId: string;
  stageName: string;
  path: string;
  method: string;
}

/** Tells endpoints apart: a product has one page of each at most. */
export const endpointKey = ({ restApiId, stageName, path, method }: Endpoint): string =>
  [restApiId, stageName, method, path].join(' ');
