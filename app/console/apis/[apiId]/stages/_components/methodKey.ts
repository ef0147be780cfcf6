/** The name of a method in a stage's settings: `/pets/GET`; of the root's: `/GET`. */
export const methodKey = ({ path, httpMethod }: { path: string; httpMethod: string }): string =>
  `${path === '/' ? '' : path}/${httpMethod}`;
