import type { Overrides } from './overrides';

/** What $input, $context and $stageVariables see. */
export interface TemplateInput {
  /** The raw payload; an empty one prints {} by $input.body. */
  body: string;
  /** Single-valued: a repeated name's last value. */
  params: {
    path: Record<string, string>;
    querystring: Record<string, string>;
    header: Record<string, string>;
  };
  /** Plain data; nested records. */
  context: Record<string, unknown>;
  stageVariables: Record<string, string>;
}

export interface RenderResult {
  text: string;
  overrides: Overrides;
}

export interface Template {
  /**
   * Renders; `overrides` are those of the request template, which a response template can read and add to.
   * @throws TemplateError where the template fails or goes beyond a limit
   */
  render(input: TemplateInput, overrides?: Overrides): RenderResult;
}
