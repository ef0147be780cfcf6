import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { CopyButton } from '@/components/ui/CopyButton';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { CallSection } from '../_components/CallSection';
import { DeleteDomainNameButton } from '../_components/DeleteDomainNameButton';
import { DomainNameSettings } from '../_components/DomainNameSettings';
import { endpointOf } from '../_components/endpointTypes';
import { MappingSection } from '../_components/MappingSection';
import { mappingRows } from '../_components/mappingRows';
import { RoutingModeSection } from '../_components/RoutingModeSection';
import { RoutingRuleSection } from '../_components/RoutingRuleSection';
import { asksMappings, asksRules, routedBy } from '../_components/routingModes';
import { ruleRows } from '../_components/ruleRows';
import { callLine } from './callLine';
import { findDomainName } from './findDomainName';
import { readMappableApis } from './readMappableApis';

type Props = {
  params: Promise<{ domainName: string }>;
  searchParams: Promise<{ call?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { domainName } = await findDomainName((await params).domainName);
  return { title: domainName.domainName };
}

/** `?call=` names the base path that the line to copy calls; without it the first. */
export default async function DomainNamePage({ params, searchParams }: Props) {
  const { actor, domainName } = await findDomainName((await params).domainName);
  const { routingMode } = domainName;
  const { apiMappings, routingRules } = control().domainNames;
  const [mappings, rules, apis, { call }] = await Promise.all([
    apiMappings.list(actor, domainName.domainName),
    routingRules.list(actor, domainName.domainName),
    readMappableApis(actor),
    searchParams,
  ]);
  const rows = mappingRows(mappings, apis);
  // The line to copy is made of a REST API's document.
  const callable = asksMappings(routingMode) ? rows.filter(({ kind }) => kind === 'REST') : [];
  const called = callable.find(({ basePath }) => basePath === call) ?? callable[0];
  const calledApi = apis.find(({ id }) => id === called?.restApiId);
  const editable = canEdit(actor);
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-6 p-5">
      <PageHeader
        title={<span className="break-all">{domainName.domainName}</span>}
        meta={<CopyButton value={domainName.domainName} what="domain name" />}
        description={
          editable ? routedBy[routingMode] : 'Your role reads custom domain names; an editor changes them.'
        }
        actions={
          editable && (
            <DeleteDomainNameButton
              domainName={domainName.domainName}
              mappingCount={mappings.length}
              ruleCount={rules.length}
            />
          )
        }
      />
      <RoutingModeSection
        key={routingMode}
        domainName={domainName.domainName}
        saved={routingMode}
        editable={editable}
      />
      {(asksRules(routingMode) || rules.length > 0) && (
        <RoutingRuleSection
          domainName={domainName.domainName}
          routingMode={routingMode}
          rows={ruleRows(rules, apis)}
          apis={apis}
          editable={editable}
        />
      )}
      {(asksMappings(routingMode) || rows.length > 0) && (
        <MappingSection
          domainName={domainName.domainName}
          routingMode={routingMode}
          rows={rows}
          apis={apis}
          editable={editable}
        />
      )}
      {called && (
        <CallSection
          basePaths={callable.map(({ basePath }) => basePath)}
          called={called.basePath}
          line={await callLine(actor, domainName, called, calledApi)}
        />
      )}
      <DomainNameSettings key={endpointOf(domainName)} domainName={domainName} editable={editable} />
    </div>
  );
}
