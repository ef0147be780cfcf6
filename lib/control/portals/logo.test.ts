import { beforeEach, describe, expect, test } from 'vitest';
import type { ControlPorts } from '../ports';
import { editor, refusal, testControl } from '../testControl';
import { testActor } from '../testing';
import { portalOf } from './testing';

const kit = testControl();
let portalId = '';
beforeEach(async () => {
  portalId = (await kit.control.portals.create(editor, portalOf())).portalId;
});
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('rest')]);
const put = (contentType: string, body: Uint8Array) =>
  kit.control.portals.putLogo(editor, portalId, { contentType, body });
const logo = async () => {
  await kit.control.portals.publish(editor, portalId);
  return (await kit.control.portals.site(portalId)).site.logo;
};

test.each<[type: string, body: Buffer]>([
  ['image/png', png],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['image/gif', Buffer.from('GIF89a\x01')],
  ['image/webp', Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8 ')],
  ['image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  [
    'image/svg+xml',
    Buffer.from(
      '\uFEFF<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg>',
    ),
  ],
])('%s is kept as it is, and taken away', async (type, body) => {
  const changed = await put(type, body);
  expect(changed).toMatchObject({ logoLastUploaded: kit.clock.now, lastModified: kit.clock.now });
  expect(await logo()).toBe(`data:${type};base64,${body.toString('base64')}`);
  const without = await kit.control.portals.putLogo(editor, portalId, null);
  expect(without).not.toHaveProperty('logoLastUploaded');
  expect(await logo()).toBeUndefined();
});

test.each<[rule: string, type: string, body: Buffer, reason: RegExp]>([
  ['a page', 'text/html', Buffer.from('<svg></svg>'), /PNG, JPEG, GIF, WebP or SVG/],
  ['no type', '', png, /PNG, JPEG/],
  ['a name of every object', 'constructor', png, /PNG, JPEG/],
  ['bytes of another type', 'image/jpeg', png, /not of the type image\/jpeg/],
  ['a page as an SVG', 'image/svg+xml', Buffer.from('<html><svg></svg></html>'), /not of the type/],
  ['a comment that does not end', 'image/svg+xml', Buffer.from('<!-- <svg>'), /not of the type/],
  ['nothing', 'image/png', Buffer.alloc(0), /not of the type/],
  ['more than 1 MB', 'image/png', Buffer.concat([png, Buffer.alloc(1024 * 1024)]), /at most 1 MB/],
])('refused: %s', async (_rule, type, body, reason) => {
  expect(await refusal(kit, () => put(type, body))).toMatchObject({
    code: 'BadRequestException',
    message: expect.stringMatching(reason),
    fields: ['logo'],
  });
});

describe('from S3', () => {
  let asked: Parameters<ControlPorts['testInvoke']>[0][];
  const answers = (status: number, body = '') => {
    asked = [];
    kit.ports.testInvoke = async (call) => {
      asked.push(call);
      return { status, body, headers: {}, latency: 1, log: '', trace: [] };
    };
  };
  const read = (logoUri: string) => kit.control.portals.update(editor, portalId, { logoUri });
  beforeEach(async () => {
    await kit.control.settings.update(testActor('administrator'), {
      serviceEndpoints: { s3: 'http://127.0.0.1:9000' },
    });
  });

  test('is read by a signed call of the bucket’s path, and known by its bytes', async () => {
    answers(200, png.toString('base64'));
    await read('s3://brand.assets/a folder/${stageVariables.x}/logo {1}.png');
    const method = asked[0]?.deployment.resources[0]?.resourceMethods.GET;
    expect(method?.methodIntegration).toMatchObject({
      type: 'AWS',
      httpMethod: 'GET',
      uri: 'arn:aws:apigateway:us-east-1:s3:path/brand.assets/a%20folder/%24%7BstageVariables.x%7D/logo%20%7B1%7D.png',
    });
    expect(await logo()).toBe(`data:image/png;base64,${png.toString('base64')}`);
    await read('');
    expect(await logo()).toBeUndefined();
  });

  test.each<[rule: string, status: number, body: string, reason: RegExp]>([
    ['not there', 404, '', /no such object.*upload the logo/],
    ['not ours', 403, '', /refuses.*upload the logo/],
    ['not reached', 500, '', /did not answer.*Settings/],
    ['no image', 200, Buffer.from('hello').toString('base64'), /PNG, JPEG/],
  ])('%s', async (_rule, status, body, reason) => {
    answers(status, body);
    const work = () => read('s3://bucket/key');
    expect(await refusal(kit, work)).toMatchObject({
      code: 'BadRequestException',
      message: expect.stringMatching(reason),
      fields: ['logoUri'],
    });
  });

  test('is asked for by nobody who may not change the portal', async () => {
    answers(200, png.toString('base64'));
    const work = kit.control.portals.update(testActor('viewer'), portalId, { logoUri: 's3://bucket/key' });
    await expect(work).rejects.toMatchObject({ code: 'AccessDeniedException' });
    expect(asked).toEqual([]);
  });
});
