import type { Method } from '@/lib/model/method';
import type { ExportContext } from './ExportContext';

/** Swagger 2.0's `consumes`: media types of the bodies that a method takes, and of those that it has templates for. */
export function consumedBy(context: ExportContext, { requestModels, methodIntegration }: Method): string[] {
  return mediaTypes(context, [requestModels], [methodIntegration?.requestTemplates]);
}

/** Swagger 2.0's `produces`: media types of the bodies that a method answers with, templates' as well. */
export function producedBy(context: ExportContext, { methodResponses, methodIntegration }: Method): string[] {
  const models = Object.values(methodResponses).map(({ responseModels }) => responseModels);
  const responses = Object.values(methodIntegration?.integrationResponses ?? {});
  return mediaTypes(
    context,
    models,
    responses.map(({ responseTemplates }) => responseTemplates),
  ).sort();
}

type ByMediaType = Record<string, unknown> | undefined;

/** Recorded: templates count, but readers see nothing of what is behind the API. */
function mediaTypes({ shown }: ExportContext, models: ByMediaType[], templates: ByMediaType[]): string[] {
  const all = shown.forReaders ? models : [...models, ...templates];
  return [...new Set(all.flatMap((types) => Object.keys(types ?? {})))];
}
