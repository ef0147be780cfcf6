import { CopyButton } from '@/components/ui/CopyButton';

const names: [name: string, meaning: string][] = [
  ['$context.error.messageString', 'the text of the error as a JSON string, with its quotes'],
  ['$context.error.message', 'the text of the error without quotes'],
  ['$context.error.responseType', 'the type, e.g. BAD_REQUEST_BODY'],
  ['$context.error.validationErrorString', 'what is wrong with the body, in detail'],
  ['$context.requestId', 'the id that the logs have too'],
  ['$context.httpMethod', 'the verb'],
  ['$context.resourcePath', 'the path of the resource, e.g. /pets/{petId}'],
  ['$context.stage', 'the stage’s name'],
  ['$context.identity.sourceIp', 'the caller’s address'],
  ['$context.requestTime', 'when the call came'],
  ['$stageVariables.name', 'a stage variable'],
  ['$method.request.header.Name', 'a header of the call; querystring and path likewise'],
];

/** The names that a template may use, to copy. */
export function TemplateNames() {
  return (
    <details>
      <summary className="cursor-pointer text-small marker:text-muted">Names that can be used</summary>
      <dl className="mt-2 grid gap-x-4 gap-y-0.5 text-small sm:grid-cols-[auto_minmax(0,1fr)]">
        {names.map(([name, meaning]) => (
          <div key={name} className="contents">
            <dt className="min-w-0">
              <CopyButton value={name} what="name" showValue className="-ml-1" />
            </dt>
            <dd className="self-center text-muted max-sm:mb-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
