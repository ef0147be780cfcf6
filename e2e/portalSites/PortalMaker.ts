import { APIGateway } from '@aws-sdk/client-api-gateway';
import { ApiGatewayV2, type Authorization } from '@aws-sdk/client-apigatewayv2';
import { key } from '../conformance/tools';
import type { RunningGatehouse } from '../fixtures/startGatehouse';
import { petsDocument } from './petsDocument';

export const lightColors = {
  accentColor: '#0f62fe',
  backgroundColor: '#ffffff',
  errorValidationColor: '#da1e28',
  headerColor: '#161616',
  navigationColor: '#f4f4f4',
  textColor: '#161616',
};
export const darkColors = {
  accentColor: '#78a9ff',
  backgroundColor: '#0b1020',
  errorValidationColor: '#fa4d56',
  headerColor: '#001d6c',
  navigationColor: '#121a33',
  textColor: '#e8ecff',
};

/** What a hostile owner writes: none of it may run, load or lead anywhere. */
export const hostile = {
  name: '<img src=x onerror=document.title="owned">',
  body: [
    '<script>document.title = "owned"</script>',
    '<img src="https://evil.example/a.png" onerror="document.title = \'owned\'">',
    '[a link](javascript:document.title="owned")',
    '<iframe src="https://evil.example"></iframe>',
    '<style>body { display: none }</style>',
    'The end of it.',
  ].join('\n\n'),
};

/** Makes products and portals as AWS's own client does. */
export class PortalMaker {
  readonly client: ApiGatewayV2;
  private readonly apis: APIGateway;

  constructor({ awsUrl }: RunningGatehouse) {
    const options = {
      endpoint: awsUrl,
      region: 'us-east-1',
      credentials: {
        accessKeyId: key.GATEHOUSE_ACCESS_KEY_ID,
        secretAccessKey: key.GATEHOUSE_SECRET_ACCESS_KEY,
      },
    };
    this.client = new ApiGatewayV2(options);
    this.apis = new APIGateway(options);
  }

  /** @returns the id of an API that is deployed to `prod` */
  async pets(): Promise<string> {
    const body = Buffer.from(JSON.stringify(petsDocument));
    const { id: restApiId = '' } = await this.apis.importRestApi({ body });
    await this.apis.createDeployment({ restApiId, stageName: 'prod' });
    return restApiId;
  }

  async product(name: string, description = ''): Promise<MadeProduct> {
    const made = await this.client.createPortalProduct({ DisplayName: name, Description: description });
    return { id: made.PortalProductId ?? '', arn: made.PortalProductArn ?? '' };
  }

  /** @returns its ARN */
  async page({ id: PortalProductId }: MadeProduct, Title: string, Body: string): Promise<string> {
    const made = await this.client.createProductPage({ PortalProductId, DisplayContent: { Title, Body } });
    return made.ProductPageArn ?? '';
  }

  /** @returns its ARN */
  async endpoint(
    { id: PortalProductId }: MadeProduct,
    at: { restApiId: string; method: string; path: string },
    more: { body?: string; name?: string; tryIt?: boolean } = {},
  ): Promise<string> {
    const { body, name, tryIt = true } = more;
    const made = await this.client.createProductRestEndpointPage({
      PortalProductId,
      RestEndpointIdentifier: {
        IdentifierParts: { RestApiId: at.restApiId, Stage: 'prod', Method: at.method, Path: at.path },
      },
      ...((body || name) && { DisplayContent: { Overrides: { Body: body, OperationName: name } } }),
      TryItState: tryIt ? 'ENABLED' : 'DISABLED',
    });
    return made.ProductRestEndpointPageArn ?? '';
  }

  async order(
    { id: PortalProductId }: MadeProduct,
    order: { overview?: string; pages?: string[]; sections?: Record<string, string[]> },
  ): Promise<void> {
    const { overview, pages = [], sections = {} } = order;
    await this.client.updatePortalProduct({
      PortalProductId,
      DisplayOrder: {
        ...(overview && { OverviewPageArn: overview }),
        ProductPageArns: pages,
        Contents: Object.entries(sections).map(([SectionName, ProductRestEndpointPageArns]) => ({
          SectionName,
          ProductRestEndpointPageArns,
        })),
      },
    });
  }

  async portal(
    name: string,
    products: MadeProduct[],
    more: { authorization?: Authorization; colors?: typeof lightColors; description?: string } = {},
  ): Promise<MadePortal> {
    const { authorization = { None: {} }, colors = lightColors, description } = more;
    const made = await this.client.createPortal({
      Authorization: authorization,
      EndpointConfiguration: { None: {} },
      PortalContent: {
        DisplayName: name,
        Description: description,
        Theme: {
          CustomColors: {
            AccentColor: colors.accentColor,
            BackgroundColor: colors.backgroundColor,
            ErrorValidationColor: colors.errorValidationColor,
            HeaderColor: colors.headerColor,
            NavigationColor: colors.navigationColor,
            TextColor: colors.textColor,
          },
        },
      },
      IncludedPortalProductArns: products.map(({ arn }) => arn),
    });
    return { id: made.PortalId ?? '', domain: made.EndpointConfiguration?.PortalDefaultDomainName ?? '' };
  }

  async publish({ id: PortalId }: MadePortal): Promise<void> {
    await this.client.publishPortal({ PortalId });
  }

  /** @returns the preview's address */
  async preview({ id: PortalId }: MadePortal): Promise<string> {
    await this.client.previewPortal({ PortalId });
    return (await this.client.getPortal({ PortalId })).Preview?.PreviewUrl ?? '';
  }
}

export interface MadeProduct {
  id: string;
  arn: string;
}
export interface MadePortal {
  id: string;
  /** of its own, without port */
  domain: string;
}

/** Two products, of which one says much, in a portal that is published. */
export async function makePetsPortal(maker: PortalMaker, colors = lightColors) {
  const restApiId = await maker.pets();
  const product = await maker.product('Pets', 'Everything that a shop does with its animals.');
  const overview = await maker.page(product, 'Overview', '## What it is\n\nPets, **one by one** or all.');
  const limits = await maker.page(
    product,
    'Limits',
    'Ten calls a second.\n\n| plan | calls |\n| - | - |\n| free | 10 |',
  );
  const list = await maker.endpoint(
    product,
    { restApiId, method: 'GET', path: '/pets' },
    { body: 'Lists *pets*.' },
  );
  const get = await maker.endpoint(
    product,
    { restApiId, method: 'GET', path: '/pets/{petId}' },
    { name: 'Read a pet', body: 'One pet.' },
  );
  const add = await maker.endpoint(product, { restApiId, method: 'POST', path: '/pets' }, { tryIt: false });
  await maker.order(product, {
    overview,
    pages: [limits],
    sections: { Reading: [list, get], Writing: [add] },
  });
  const empty = await maker.product('Orders');
  const portal = await maker.portal('Pet shop developers', [product, empty], {
    colors,
    description: 'APIs of the pet shop.',
  });
  await maker.publish(portal);
  return { restApiId, product, portal, pages: { overview, limits, list, get, add } };
}

/** An ARN's last part. */
export const idOf = (arn: string): string => arn.split('/').at(-1) ?? '';
