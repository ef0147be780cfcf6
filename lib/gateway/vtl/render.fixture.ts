import { compileTemplate, type Overrides, type RenderResult, type TemplateInput } from './index';

type Partly = Omit<Partial<TemplateInput>, 'params'> & { params?: Partial<TemplateInput['params']> };

/** Compiles and renders one template. */
export function renderResult(template: string, input: Partly = {}, overrides?: Overrides): RenderResult {
  return compileTemplate(template, 'test').render(
    {
      body: '',
      context: {},
      stageVariables: {},
      ...input,
      params: { path: {}, querystring: {}, header: {}, ...input.params },
    },
    overrides,
  );
}

/** The text of a template; a body that is no string is sent as JSON. */
export function render(template: string, body: unknown = '', input: Partly = {}): string {
  return renderResult(template, { body: typeof body === 'string' ? body : JSON.stringify(body), ...input })
    .text;
}
