/** One line of what the pipeline did; the Test panel, execution logs and "Explain this response" show these. */
export interface TraceEntry {
  /** file name of the step, e.g. `mapIntegrationRequest` */
  step: string;
  /** ms since the call began */
  at: number;
  /** one sentence */
  message: string;
  /** set on the step that ended the call with an error */
  failed?: boolean;
  detail?: Record<string, unknown>;
}
