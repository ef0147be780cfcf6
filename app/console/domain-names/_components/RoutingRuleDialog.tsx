'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { RoutingRule } from '@/lib/model/v2/routingRule';
import { saveRoutingRule } from '../actions';
import type { MappableApi } from './mappingRows';
import { RuleHeaderFields } from './RuleHeaderFields';
import { RuleTargetFields } from './RuleTargetFields';
import { draftOf, fieldOf, type RuleDraft, ruleFields, ruleInputOf } from './ruleDraft';

/** A new routing rule, or `rule` with its changes. */
export function RoutingRuleDialog(props: {
  domainName: string;
  rule: RoutingRule | undefined;
  /** that a new one begins with */
  priority: number;
  apis: MappableApi[];
  onClose: () => void;
}) {
  const { domainName, rule } = props;
  const action = useAction(saveRoutingRule, { fields: ruleFields });
  const [draft, setDraft] = useState(() => draftOf(rule, props.priority));
  const change = (members: Partial<RuleDraft>) => setDraft({ ...draft, ...members });
  const save = async () => {
    const routingRuleId = rule?.routingRuleId;
    const input = ruleInputOf(draft);
    const saved = await action.run({ domainName, input, ...(routingRuleId && { routingRuleId }) });
    if (!saved) return;
    toast(`Routing rule ${saved.priority} saved`);
    props.onClose();
  };
  return (
    <FormDialog
      title={rule ? `Edit routing rule ${rule.priority}` : 'Add routing rule'}
      submit={rule ? 'Save rule' : 'Add rule'}
      busy={action.pending}
      disabled={draft.apiId === ''}
      error={action.rest}
      onClose={props.onClose}
      onSubmit={save}
    >
      <Field
        label="Priority"
        required
        help="1 to 1,000,000. The lowest is asked first; gaps leave room for rules between."
        error={action.errorOf('priority')}
      >
        <Input
          inputMode="numeric"
          className="max-w-32 tabular-nums"
          value={draft.priority}
          onChange={(event) => change({ priority: event.target.value })}
        />
      </Field>
      <fieldset className="grid gap-3 border-t pt-4">
        <legend className="float-left font-medium">Conditions</legend>
        <p className="clear-both text-muted text-small">
          All of them must hold. A rule without any takes every call.
        </p>
        <RuleHeaderFields
          headers={draft.headers}
          errorOf={action.errorOf}
          onChange={(headers) => change({ headers })}
        />
        <Field
          label="Base path"
          help="The beginning of the path in whole parts, as orders/v2. Letter case counts; empty is any path."
          error={action.errorOf(fieldOf.basePath(draft.headers.length))}
        >
          <Input
            mono
            spellCheck={false}
            autoCapitalize="none"
            placeholder="Any path"
            value={draft.basePath}
            onChange={(event) => change({ basePath: event.target.value })}
          />
        </Field>
        {draft.basePath.trim() !== '' && (
          <Checkbox
            label="Strip the base path: the API sees what is behind it"
            checked={draft.stripBasePath}
            onChange={(event) => change({ stripBasePath: event.target.checked })}
          />
        )}
      </fieldset>
      <RuleTargetFields
        apis={props.apis}
        apiId={draft.apiId}
        stage={draft.stage}
        errorOf={action.errorOf}
        onChange={change}
      />
    </FormDialog>
  );
}
