import { compileTemplate, TemplateError, type TemplateObserver } from '@gatehouse/gateway/vtl';
import type { TemplateOutcome, TemplateTrial } from '../control';
import { read } from '../operation';
import { parse } from '../parse';
import { inventedContext } from './inventedContext';
import { trialInput } from './trialInput';

const mostValues = 1_000;

/** Runs a template in the production interpreter, with an observer. Touches nothing: a viewer may. */
export const renderTrial = read(
  { name: 'RenderTemplate', permission: 'viewer' },
  async (_, unparsed: TemplateTrial): Promise<TemplateOutcome> => run(parse(trialInput, unparsed)),
);

function run(trial: TemplateTrial): TemplateOutcome {
  const values: TemplateOutcome['values'] = [];
  const observer: TemplateObserver = {
    assigned(name, place, show) {
      if (values.length < mostValues) values.push({ ...place(), name, value: show() });
    },
  };
  const start = performance.now();
  const rendered = rendering(trial, observer);
  return { ...rendered, values, duration: performance.now() - start };
}

function rendering(
  trial: TemplateTrial,
  observer: TemplateObserver,
): Pick<TemplateOutcome, 'output' | 'error' | 'overrides'> {
  try {
    const template = compileTemplate(trial.template, `${trial.kind} template`, observer);
    const { text, overrides } = template.render({
      body: trial.body,
      params: trial.parameters,
      stageVariables: trial.stageVariables,
      context: inventedContext(trial),
    });
    return { output: text, overrides: { ...overrides } };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { reason, line, column } = error;
    return { output: '', overrides: {}, error: { message: reason, line, column } };
  }
}
