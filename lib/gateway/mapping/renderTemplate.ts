import { GatewayError } from '../GatewayError';
import type { Overrides, RenderResult, Template, TemplateInput } from '../vtl/index';
import { TemplateError } from '../vtl/index';
import { buildContext } from './buildContext';
import type { Exchange } from './Exchange';

/**
 * Renders a mapping template for a call.
 * @param body what `$input.body` reads: the caller's body, or the backend's in a response template
 * @throws GatewayError API_CONFIGURATION_ERROR when the template fails while it runs
 */
export function renderTemplate(
  template: Template,
  exchange: Exchange,
  body: string,
  overrides?: Overrides,
): RenderResult {
  try {
    return template.render(new ExchangeTemplateInput(exchange, body), overrides);
  } catch (error) {
    if (error instanceof TemplateError)
      throw new GatewayError(
        'API_CONFIGURATION_ERROR',
        `Unable to transform with the template: ${error.message}`,
      );
    throw error;
  }
}

/**
 * Most templates read only some of this, so each part is built when it is asked for. A class, as in
 * mappingInputs: a literal with getters would get a shape of its own each time.
 */
class ExchangeTemplateInput implements TemplateInput {
  constructor(
    private readonly exchange: Exchange,
    readonly body: string,
  ) {}

  get params() {
    return params(this.exchange);
  }

  get context() {
    return buildContext(this.exchange);
  }

  get stageVariables() {
    return this.exchange.facts.stageVariables;
  }
}

/** `$input.params()`: repeated names keep their last value. */
function params({ facts, querystring, headers }: Exchange) {
  const lastQuery = [...querystring].map(([name, values]) => [name, values.at(-1) ?? ''] as const);
  return {
    path: { ...facts.pathParameters },
    querystring: Object.fromEntries(lastQuery),
    header: Object.fromEntries(headers),
  };
}
