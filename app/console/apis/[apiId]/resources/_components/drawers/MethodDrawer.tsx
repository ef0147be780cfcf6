'use client';

import { shownIn } from '@/components/console/drafts/DraftForm';
import { Drawer } from '@/components/ui/Drawer';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import {
  saveIntegrationRequest,
  saveIntegrationResponses,
  saveMethodRequest,
  saveMethodResponses,
} from '../../actions';
import { isBox } from '../diagram/boxes';
import { isProxyType } from '../integration/integrationKinds';
import { PlaceLink } from '../PlaceLink';
import { usePlace } from '../usePlace';
import { BoxDrawer } from './BoxDrawer';
import {
  integrationRequestShape,
  integrationRequestValue,
  integrationResponsesShape,
  methodRequestShape,
  methodRequestValue,
  methodResponsesShape,
} from './boxValues';
import { IntegrationRequestForm } from './IntegrationRequestForm';
import { IntegrationResponseForm } from './IntegrationResponseForm';
import { MethodRequestForm } from './MethodRequestForm';
import { MethodResponseForm } from './MethodResponseForm';
import { responseShows } from './responseShows';

const requestFields = [
  'authorizationType',
  'authorizerId',
  'apiKeyRequired',
  'operationName',
  'requestValidatorId',
];
const integrationFields = [
  'type',
  'httpMethod',
  'uri',
  'credentials',
  'timeoutInMillis',
  'connectionType',
  'connectionId',
  'responseTransferMode',
  'passthroughBehavior',
  'contentHandling',
  'cacheKeyParameters',
  'cacheNamespace',
];

/** The drawer that the address names, if any. */
export function MethodDrawer(at: { resource: Resource; method: Method }) {
  const { drawer } = usePlace().place;
  if (!isBox(drawer)) return null;
  if (drawer === 'methodRequest')
    return (
      <BoxDrawer
        {...at}
        box={drawer}
        initial={methodRequestValue(at.method)}
        shape={methodRequestShape}
        action={saveMethodRequest}
        shows={({ requestParameters, requestModels, authorizationScopes = [] }) =>
          shownIn(requestFields, {
            requestParameters,
            requestModels,
            authorizationScopes: Object.fromEntries(authorizationScopes.entries()),
          })
        }
      >
        {(form) => <MethodRequestForm {...form} path={at.resource.path} />}
      </BoxDrawer>
    );
  if (drawer === 'integrationRequest')
    return (
      <BoxDrawer
        {...at}
        box={drawer}
        initial={integrationRequestValue(at.method)}
        shape={integrationRequestShape}
        action={saveIntegrationRequest}
        shows={({ requestParameters, requestTemplates }) =>
          shownIn(integrationFields, { requestParameters, requestTemplates })
        }
      >
        {(form) => <IntegrationRequestForm {...form} method={at.method} />}
      </BoxDrawer>
    );
  if (drawer === 'methodResponse')
    return (
      <BoxDrawer
        {...at}
        box={drawer}
        initial={at.method.methodResponses}
        shape={methodResponsesShape}
        action={saveMethodResponses}
        shows={(value) => responseShows('methodResponses', value)}
      >
        {(form) => <MethodResponseForm {...form} />}
      </BoxDrawer>
    );
  return <IntegrationResponseDrawer {...at} />;
}

function IntegrationResponseDrawer(at: { resource: Resource; method: Method }) {
  const integration = at.method.methodIntegration;
  if (!integration || isProxyType(integration.type)) return <NothingToMap proxy={Boolean(integration)} />;
  return (
    <BoxDrawer
      {...at}
      box="integrationResponse"
      initial={integration.integrationResponses}
      shape={integrationResponsesShape}
      action={saveIntegrationResponses}
      shows={(value) => responseShows('integrationResponses', value)}
    >
      {(form) => <IntegrationResponseForm {...form} method={at.method} />}
    </BoxDrawer>
  );
}

function NothingToMap({ proxy }: { proxy: boolean }) {
  const { go } = usePlace();
  return (
    <Drawer
      open
      onOpenChange={(open) => open || go({ drawer: null }, 'replace')}
      title="Integration response"
    >
      <p className="text-muted">
        {proxy
          ? 'A proxy passes on what the backend or the function answers: nothing is mapped here. '
          : 'The method has no integration yet, so there is no answer to map. '}
        <PlaceLink to={{ drawer: 'integrationRequest' }} className="text-accent-ink underline">
          Open the integration request
        </PlaceLink>
      </p>
    </Drawer>
  );
}
