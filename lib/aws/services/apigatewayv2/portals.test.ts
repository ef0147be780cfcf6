import {
  type ApiGatewayV2Client,
  ApiGatewayV2Client as Client,
  CreatePortalCommand,
  CreatePortalProductCommand,
  CreateProductPageCommand,
  CreateProductRestEndpointPageCommand,
  DeletePortalCommand,
  DeletePortalProductCommand,
  DeletePortalProductSharingPolicyCommand,
  DeleteProductPageCommand,
  DeleteProductRestEndpointPageCommand,
  DisablePortalCommand,
  GetPortalCommand,
  GetPortalProductCommand,
  GetPortalProductSharingPolicyCommand,
  GetProductPageCommand,
  GetProductRestEndpointPageCommand,
  ListPortalProductsCommand,
  ListPortalsCommand,
  ListProductPagesCommand,
  ListProductRestEndpointPagesCommand,
  PreviewPortalCommand,
  PublishPortalCommand,
  PutPortalProductSharingPolicyCommand,
  UpdatePortalCommand,
  UpdatePortalProductCommand,
  UpdateProductPageCommand,
  UpdateProductRestEndpointPageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { beforeEach, describe, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { petsApi } from '../../testing/portalSamples';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: ApiGatewayV2Client;
beforeEach(() => {
  client = new Client(kit.client());
});

const CustomColors = {
  AccentColor: '#0f62fe',
  BackgroundColor: '#fff',
  ErrorValidationColor: '#c81e1e',
  HeaderColor: '#1f2933',
  NavigationColor: '#ffffff',
  TextColor: '#1f2933',
};
const PortalContent = { DisplayName: 'Developers', Description: 'All of it', Theme: { CustomColors } };
const open = { Authorization: { None: {} }, EndpointConfiguration: { None: {} }, PortalContent };

const product = (input = {}) =>
  client.send(new CreatePortalProductCommand({ DisplayName: 'Pets', Description: 'Of all kinds', ...input }));

/** A product with a page and an endpoint, both shown. */
async function shownProduct() {
  const made = await product();
  const PortalProductId = made.PortalProductId ?? '';
  const terms = await client.send(
    new CreateProductPageCommand({ PortalProductId, DisplayContent: { Title: 'Terms', Body: '# Terms' } }),
  );
  const endpoint = await client.send(
    new CreateProductRestEndpointPageCommand({
      PortalProductId,
      RestEndpointIdentifier: {
        IdentifierParts: {
          RestApiId: await petsApi(kit.control),
          Stage: 'dev',
          Path: '/pets',
          Method: 'GET',
        },
      },
    }),
  );
  const DisplayOrder = {
    ProductPageArns: [terms.ProductPageArn ?? ''],
    Contents: [
      { SectionName: 'Reading', ProductRestEndpointPageArns: [endpoint.ProductRestEndpointPageArn ?? ''] },
    ],
  };
  await client.send(new UpdatePortalProductCommand({ PortalProductId, DisplayOrder }));
  return { made, PortalProductId, terms, endpoint, DisplayOrder };
}

describe('products', () => {
  test('are made, found, changed and deleted; ARNs carry the account', async () => {
    const { PortalProductId, ...made } = await product({ Tags: { team: 'shop' } });
    const PortalProductArn = `arn:aws:apigateway:us-east-1:000000000000:/portalproducts/${PortalProductId}`;
    expect(made).toMatchObject({
      DisplayName: 'Pets',
      Description: 'Of all kinds',
      PortalProductArn,
      DisplayOrder: { ProductPageArns: [], Contents: [] },
      LastModified: expect.any(Date),
      Tags: { team: 'shop' },
    });
    const renamed = await client.send(
      new UpdatePortalProductCommand({ PortalProductId, DisplayName: 'Animals' }),
    );
    expect(renamed).toMatchObject({ DisplayName: 'Animals', Description: 'Of all kinds' });
    expect(await client.send(new GetPortalProductCommand({ PortalProductId }))).toMatchObject({
      DisplayName: 'Animals',
      Tags: { team: 'shop' },
    });
    const { Items } = await client.send(new ListPortalProductsCommand({}));
    expect(Items).toEqual([
      expect.objectContaining({ PortalProductId, DisplayName: 'Animals', Tags: { team: 'shop' } }),
    ]);
    await client.send(new DeletePortalProductCommand({ PortalProductId }));
    await expect(client.send(new GetPortalProductCommand({ PortalProductId }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });

  test('of other accounts: there are none', async () => {
    const { PortalProductId } = await product();
    const others = await client.send(new ListPortalProductsCommand({ ResourceOwner: 'OTHER_ACCOUNTS' }));
    expect(others.Items).toEqual([]);
    const theirs = new GetPortalProductCommand({ PortalProductId, ResourceOwnerAccountId: '999999999999' });
    await expect(client.send(theirs)).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  test('are listed page by page', async () => {
    for (const DisplayName of ['a', 'b', 'c']) await product({ DisplayName });
    const first = await client.send(new ListPortalProductsCommand({ MaxResults: '2' }));
    expect(first.Items?.map((item) => item.DisplayName)).toEqual(['a', 'b']);
    const next = new ListPortalProductsCommand({ MaxResults: '2', NextToken: first.NextToken });
    const { Items, NextToken } = await client.send(next);
    expect([Items?.map((item) => item.DisplayName), NextToken]).toEqual([['c'], undefined]);
  });

  test('keep a sharing policy', async () => {
    const { PortalProductId } = await product();
    const get = () => client.send(new GetPortalProductSharingPolicyCommand({ PortalProductId }));
    await expect(get()).rejects.toMatchObject({ name: 'NotFoundException' });
    const PolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'apigateway:GetPortalProduct', Resource: '*' }],
    });
    await client.send(new PutPortalProductSharingPolicyCommand({ PortalProductId, PolicyDocument }));
    expect(await get()).toMatchObject({ PortalProductId, PolicyDocument });
    const broken = new PutPortalProductSharingPolicyCommand({ PortalProductId, PolicyDocument: '{' });
    await expect(client.send(broken)).rejects.toMatchObject({ name: 'BadRequestException' });
    await client.send(new DeletePortalProductSharingPolicyCommand({ PortalProductId }));
    await expect(get()).rejects.toMatchObject({ name: 'NotFoundException' });
  });
});

describe('pages', () => {
  test('of Markdown are made, listed without their bodies, changed and deleted', async () => {
    const { PortalProductId, terms } = await shownProduct();
    const { ProductPageId, ProductPageArn } = terms;
    const { Items } = await client.send(new ListProductPagesCommand({ PortalProductId }));
    expect(Items).toEqual([
      { ProductPageId, ProductPageArn, PageTitle: 'Terms', LastModified: expect.any(Date) },
    ]);
    const DisplayContent = { Title: 'Conditions', Body: '# Conditions' };
    await client.send(new UpdateProductPageCommand({ PortalProductId, ProductPageId, DisplayContent }));
    const get = () => client.send(new GetProductPageCommand({ PortalProductId, ProductPageId }));
    expect(await get()).toMatchObject({ DisplayContent });
    await client.send(new DeleteProductPageCommand({ PortalProductId, ProductPageId }));
    await expect(get()).rejects.toMatchObject({ name: 'NotFoundException' });
    const { DisplayOrder } = await client.send(new GetPortalProductCommand({ PortalProductId }));
    expect(DisplayOrder?.ProductPageArns).toEqual([]);
  });

  test('of endpoints say what the API documents, until they are overridden', async () => {
    const { PortalProductId, endpoint } = await shownProduct();
    const { ProductRestEndpointPageId } = endpoint;
    expect(endpoint).toMatchObject({ Status: 'AVAILABLE', TryItState: 'ENABLED' });
    const address = { PortalProductId, ProductRestEndpointPageId };
    await client.send(
      new UpdateProductRestEndpointPageCommand({
        ...address,
        DisplayContent: { Overrides: { OperationName: 'All pets', Body: 'Every one.' } },
        TryItState: 'DISABLED',
      }),
    );
    const { Items } = await client.send(new ListProductRestEndpointPagesCommand({ PortalProductId }));
    expect(Items).toMatchObject([{ OperationName: 'All pets', TryItState: 'DISABLED', Status: 'AVAILABLE' }]);
    const get = (input = {}) => client.send(new GetProductRestEndpointPageCommand({ ...address, ...input }));
    expect(await get()).toMatchObject({ DisplayContent: { OperationName: 'All pets', Body: 'Every one.' } });
    expect(await get({ IncludeRawDisplayContent: 'true' })).toMatchObject({
      RawDisplayContent: expect.any(String),
    });
    const none = { ...address, DisplayContent: { None: {} } };
    const back = await client.send(new UpdateProductRestEndpointPageCommand(none));
    expect(back.DisplayContent).not.toHaveProperty('OperationName', 'All pets');
    await client.send(new DeleteProductRestEndpointPageCommand(address));
    await expect(get()).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  test('of an endpoint that the stage does not serve are refused', async () => {
    const { PortalProductId } = await product();
    const IdentifierParts = { RestApiId: await petsApi(kit.control), Stage: 'dev', Path: '/pets' };
    const absent = new CreateProductRestEndpointPageCommand({
      PortalProductId,
      RestEndpointIdentifier: { IdentifierParts: { ...IdentifierParts, Method: 'PUT' } },
    });
    await expect(client.send(absent)).rejects.toMatchObject({ name: 'BadRequestException' });
  });
});

describe('portals', () => {
  test('are published, changed without effect until they are again, disabled and deleted', async () => {
    const { made } = await shownProduct();
    const IncludedPortalProductArns = [made.PortalProductArn ?? ''];
    const created = await client.send(
      new CreatePortalCommand({ ...open, IncludedPortalProductArns, Tags: { team: 'web' } }),
    );
    const { PortalId = '' } = created;
    expect(created).toMatchObject({
      ...open,
      EndpointConfiguration: { PortalDefaultDomainName: expect.stringMatching(/^p-\w+\.apigw-portal\./) },
      PortalArn: `arn:aws:apigateway:us-east-1:000000000000:/portals/${PortalId}`,
      IncludedPortalProductArns,
      PublishStatus: 'DISABLED',
      Tags: { team: 'web' },
    });
    await client.send(new PublishPortalCommand({ PortalId, Description: 'First' }));
    const get = () => client.send(new GetPortalCommand({ PortalId }));
    expect(await get()).toMatchObject({
      PublishStatus: 'PUBLISHED',
      LastPublished: expect.any(Date),
      LastPublishedDescription: 'First',
    });
    const renamed = { ...PortalContent, DisplayName: 'Builders' };
    await client.send(new UpdatePortalCommand({ PortalId, PortalContent: renamed }));
    const shown = async () => (await kit.control.portals.site(PortalId)).site.displayName;
    expect(await shown()).toBe('Developers');
    await client.send(new PublishPortalCommand({ PortalId }));
    expect(await shown()).toBe('Builders');
    const { Items } = await client.send(new ListPortalsCommand({}));
    expect(Items).toMatchObject([
      { PortalId, PortalContent: renamed, PublishStatus: 'PUBLISHED', Tags: { team: 'web' } },
    ]);
    const remove = () => client.send(new DeletePortalCommand({ PortalId }));
    await expect(remove()).rejects.toMatchObject({ name: 'BadRequestException' });
    await client.send(new DisablePortalCommand({ PortalId }));
    await expect(kit.control.portals.site(PortalId)).rejects.toMatchObject({ code: 'NotFoundException' });
    await remove();
    await expect(get()).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  test('have a preview, whose address shows it', async () => {
    const { PortalId = '' } = await client.send(new CreatePortalCommand(open));
    await client.send(new PreviewPortalCommand({ PortalId }));
    const { Preview } = await client.send(new GetPortalCommand({ PortalId }));
    expect(Preview).toMatchObject({ PreviewStatus: 'PREVIEW_READY' });
    const token = Preview?.PreviewUrl?.split('/').at(-1) ?? '';
    expect(await kit.control.portals.previewSite(PortalId, token)).toMatchObject({
      displayName: 'Developers',
    });
  });

  test.each([
    [
      'a product of another account',
      { IncludedPortalProductArns: ['arn:aws:apigateway:us-east-1:999999999999:/portalproducts/abc'] },
      /is not the ARN of a portal product/,
    ],
    [
      'a product that is not there',
      { IncludedPortalProductArns: ['arn:aws:apigateway:us-east-1:000000000000:/portalproducts/abc'] },
      /abc/,
    ],
    [
      'what is no colour',
      {
        PortalContent: {
          ...PortalContent,
          Theme: { CustomColors: { ...CustomColors, TextColor: 'red;}' } },
        },
      },
      /colour/,
    ],
    [
      'both authorizations',
      {
        Authorization: {
          None: {},
          CognitoConfig: {
            AppClientId: 'abc',
            UserPoolArn: 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_abc',
            UserPoolDomain: 'http://localhost:3000/userpools/us-east-1_abc',
          },
        },
      },
      /authorization has exactly one member/,
    ],
    ['no authorization', { Authorization: {} }, /authorization has exactly one member/],
    [
      'a domain name that is none',
      { EndpointConfiguration: { AcmManaged: { DomainName: 'no name', CertificateArn: 'x' } } },
      /domainName/,
    ],
    ['a logo that cannot be read', { LogoUri: 'https://example.com/logo.png' }, /logo/i],
  ])('refuse %s', async (_, wrong, message) => {
    const refused = client.send(new CreatePortalCommand({ ...open, ...wrong }));
    await expect(refused).rejects.toMatchObject({
      name: 'BadRequestException',
      message: expect.stringMatching(message),
    });
    expect(await kit.control.portals.list(editor)).toEqual([]);
  });
});
