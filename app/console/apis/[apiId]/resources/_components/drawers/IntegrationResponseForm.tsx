'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { MappingRows } from '@/components/console/drafts/MappingRows';
import { TemplateRows } from '@/components/console/drafts/TemplateRows';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import type { Method } from '@/lib/model/method';
import { kindOf } from '../integration/integrationKinds';
import { PlaceLink } from '../PlaceLink';
import type { IntegrationResponsesValue } from './boxValues';
import { ContentHandlingField } from './ContentHandlingField';
import { ResponseCards } from './ResponseCards';
import { useModelTemplates } from './useModelTemplates';

type Props = DraftForm<IntegrationResponsesValue> & { method: Method };
type Response = IntegrationResponsesValue[string];

/** Which answer of the backend becomes which method response, and how its headers and body are made. */
export function IntegrationResponseForm(props: Props) {
  const { value, set, errorOf, readOnly } = props;
  const place = (code: string) => `integrationResponses.${code}`;
  return (
    <div className="space-y-4">
      <ResponseCards
        responses={value}
        onChange={set}
        noun="integration response"
        errorOf={(code) => errorOf(place(code)) ?? errorOf(`${place(code)}.statusCode`)}
        readOnly={readOnly}
      >
        {(response, change) => (
          <OneResponse {...props} response={response} change={change} place={place(response.statusCode)} />
        )}
      </ResponseCards>
      {!readOnly && <AddResponse {...props} />}
    </div>
  );
}

function OneResponse(
  props: Props & { response: Response; change: (part: Partial<Response>) => void; place: string },
) {
  const { method, response, change, place, errorOf, readOnly } = props;
  const declared = Object.keys(method.methodResponses[response.statusCode]?.responseParameters ?? {});
  return (
    <>
      <Field
        label="Selection pattern"
        help={selectionHelp(method)}
        error={errorOf(`${place}.selectionPattern`)}
      >
        <Input
          mono
          className={isLambda(method) ? undefined : 'max-w-56'}
          placeholder={isLambda(method) ? '.*not found.*' : undefined}
          value={response.selectionPattern ?? ''}
          readOnly={readOnly}
          onChange={(event) => change({ selectionPattern: event.target.value || undefined })}
        />
      </Field>
      <ContentHandlingField
        value={response.contentHandling}
        onChange={(contentHandling) => change({ contentHandling })}
        error={errorOf(`${place}.contentHandling`)}
        readOnly={readOnly}
      />
      <Part title="Header mappings" help="Only headers that the method response declares.">
        <MappingRows
          prefix="method.response"
          locations={['header']}
          record={response.responseParameters}
          onChange={(responseParameters) => change({ responseParameters })}
          noun="header"
          names={declared.map((key) => key.replace('method.response.header.', ''))}
          expressions={['integration.response.header.', 'integration.response.body', 'context.requestId']}
          errorOf={(key) => errorOf(`${place}.responseParameters.${key}`)}
          readOnly={readOnly}
        />
      </Part>
      <Part
        title="Templates"
        help="By content type: the body that the caller gets. None: the backend's body."
      >
        <TemplateRows
          templates={response.responseTemplates}
          generate={useModelTemplates()}
          onChange={(responseTemplates) => change({ responseTemplates })}
          errorOf={(type) => errorOf(`${place}.responseTemplates.${type}`)}
          errorLinesOf={(type) => props.errorLinesOf(`${place}.responseTemplates.${type}`)}
          readOnly={readOnly}
        />
      </Part>
    </>
  );
}

const isLambda = ({ methodIntegration }: Method) =>
  methodIntegration !== undefined && kindOf(methodIntegration) === 'LAMBDA';

/** Lambda's own status is never looked at: a function that threw is told by its message. */
const selectionHelp = (method: Method) =>
  isLambda(method)
    ? 'A regular expression for the whole error message of the function. Empty: every answer that no other pattern takes, errors too.'
    : "A regular expression for the backend's whole status code, as 4\\d\\d. Empty: every answer that no other pattern takes.";

function Part(props: { title: string; help: string; children: React.ReactNode }) {
  return (
    <div className="space-y-2">
      <div>
        <p className="font-medium">{props.title}</p>
        <p className="text-muted text-small">{props.help}</p>
      </div>
      {props.children}
    </div>
  );
}

/** Only status codes that the method response declares can be answered. */
function AddResponse({ value, set, method }: Props) {
  const codes = Object.keys(method.methodResponses).filter((code) => !Object.hasOwn(value, code));
  const add = (statusCode: string) =>
    set({ ...value, [statusCode]: { statusCode, responseParameters: {}, responseTemplates: {} } });
  return (
    <div className="flex flex-wrap items-center gap-2">
      {codes.map((code) => (
        <Button key={code} size="sm" onClick={() => add(code)}>
          Add {code}
        </Button>
      ))}
      <span className="text-muted text-small">
        {codes.length === 0 && 'Every declared status code is here. '}
        Further ones are declared in the{' '}
        <PlaceLink to={{ drawer: 'methodResponse' }} className="text-accent-ink underline">
          method response
        </PlaceLink>
        .
      </span>
    </div>
  );
}
