/** Where a model is edited; without a name, where one is made. */
export const modelHref = (restApiId: string, name?: string) =>
  `/console/apis/${restApiId}/models${name === undefined ? '?create=1' : `/${name}`}`;
