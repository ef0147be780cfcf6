import type { Control } from '@/lib/control/control';
import { editor } from '@/lib/control/testControl';
import type { PortalInput } from '@/lib/model/portalSite';

const ink = '#1f2933';
const paper = '#ffffff';

/** Whatever is needed of a portal that everybody may read. */
export const portalSample: PortalInput = {
  authorization: { none: {} },
  endpointConfiguration: { none: {} },
  portalContent: {
    displayName: 'Developers',
    theme: {
      customColors: {
        accentColor: '#0f62fe',
        backgroundColor: paper,
        errorValidationColor: '#c81e1e',
        headerColor: ink,
        navigationColor: paper,
        textColor: ink,
      },
    },
  },
};

/** A REST API of `GET /pets`, documented, at its stage `dev`. @returns its id */
export async function petsApi(control: Control): Promise<string> {
  const { id } = await control.restApis.create(editor, { name: 'pets' });
  const [root] = await control.resources.list(editor, id);
  const pets = await control.resources.create(editor, id, { parentId: root?.id ?? '', pathPart: 'pets' });
  await control.methods.put(editor, id, pets.id, 'GET', {});
  await control.methods.putIntegration(editor, id, pets.id, 'GET', {
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
  });
  await control.deployments.create(editor, id, { stageName: 'dev' });
  return id;
}

/** A product of one page of Markdown and one endpoint. */
export async function productSample(control: Control) {
  const restApiId = await petsApi(control);
  const { products, pages, endpointPages } = control.portals;
  const { portalProductId } = await products.create(editor, { displayName: 'Pets' });
  const page = await pages.create(editor, portalProductId, { title: 'Terms', body: '# Terms' });
  const endpoint = await endpointPages.create(editor, portalProductId, {
    ...{ restApiId, stageName: 'dev', path: '/pets', method: 'GET' },
  });
  return {
    portalProductId,
    productPageId: page.productPageId,
    productRestEndpointPageId: endpoint.productRestEndpointPageId,
  };
}
