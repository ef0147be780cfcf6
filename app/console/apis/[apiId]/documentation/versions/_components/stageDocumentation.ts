/** A stage with the version that it shows; absent: what its methods say of themselves. */
export interface StageDocumentation {
  stageName: string;
  documentationVersion?: string;
}
