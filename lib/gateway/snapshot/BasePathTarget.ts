/** Where a base path or a routing rule leads to. */
export interface BasePathTarget {
  /** of a REST, HTTP or WebSocket API */
  apiId: string;
  /** '': the first part of the path behind the base path */
  stageName: string;
}
