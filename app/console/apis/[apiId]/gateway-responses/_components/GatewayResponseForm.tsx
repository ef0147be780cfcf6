'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { FormPart } from '@/components/console/drafts/FormPart';
import { MappingRows } from '@/components/console/drafts/MappingRows';
import { TemplateRows } from '@/components/console/drafts/TemplateRows';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import type { GatewayResponseType } from '@/lib/model/gatewayResponse';
import type { GatewayResponseValue } from './gatewayResponseShape';
import { TemplateNames } from './TemplateNames';

const contentTypes = ['application/json', 'application/xml', 'text/html', 'text/plain'];
const headerNames = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Headers',
  'Cache-Control',
  'Retry-After',
  'WWW-Authenticate',
];
const expressions = [
  "'*'",
  'method.request.header.Origin',
  'context.requestId',
  'context.error.responseType',
  'stageVariables.',
];

/** Status, headers and bodies of one type. */
export function GatewayResponseForm(
  props: DraftForm<GatewayResponseValue> & { responseType: GatewayResponseType },
) {
  const { value, set, errorOf, readOnly, responseType } = props;
  const change = (part: Partial<GatewayResponseValue>) => set({ ...value, ...part });
  return (
    <div className="space-y-4">
      {responseType === 'REQUEST_TOO_LARGE' && (
        <p className="text-warning">
          Sent before the gateway looks at the API: what is set here has no effect, as on AWS.
        </p>
      )}
      <Field label="Status code" help="Empty: the type’s own." error={errorOf('statusCode')}>
        <Input
          mono
          inputMode="numeric"
          maxLength={3}
          className="max-w-24"
          value={value.statusCode ?? ''}
          readOnly={readOnly}
          onChange={(event) => change({ statusCode: event.target.value || undefined })}
        />
      </Field>
      <FormPart
        title="Headers"
        help="A text in quotes, a parameter of the call, a stage variable or a member of the context."
        error={errorOf('responseParameters')}
      >
        <MappingRows
          prefix="gatewayresponse"
          locations={['header']}
          record={value.responseParameters}
          onChange={(responseParameters) => change({ responseParameters })}
          noun="header"
          names={headerNames}
          expressions={expressions}
          errorOf={(key) => errorOf(`responseParameters.${key}`)}
          readOnly={readOnly}
        />
      </FormPart>
      <FormPart
        title="Templates"
        help="By content type: the caller’s Accept chooses. Names are replaced by their values; there are no directives."
        error={errorOf('responseTemplates')}
      >
        <TemplateRows
          contentTypes={contentTypes}
          templates={value.responseTemplates}
          onChange={(responseTemplates) => change({ responseTemplates })}
          errorOf={(type) => errorOf(`responseTemplates.${type}`)}
          errorLinesOf={(type) => props.errorLinesOf(`responseTemplates.${type}`)}
          readOnly={readOnly}
        />
        <TemplateNames />
      </FormPart>
    </div>
  );
}
