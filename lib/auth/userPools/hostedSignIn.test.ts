import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { editor, password, startFlow, TestBrowser, userPoolKit } from './testing';

const kit = userPoolKit();
const sourceIp = '203.0.113.9';
const text = (value: unknown) => String(value);

const start = (client: object = {}) => startFlow(kit, client);

describe('the hosted sign-in', () => {
  test('only the browser that holds its cookie goes on with it', async () => {
    const { browser, flow } = await start();
    const { location } = await flow.authorize();
    const at = browser.at(location);
    const stolen = { ...at, cookie: '' };
    const over = { code: 'NotFoundException' };
    expect(await kit.pages.describe(stolen)).toBeNull();
    await expect(kit.pages.signIn(stolen, { username: 'ada', password })).rejects.toMatchObject(over);
    const name = /pool_interaction=([^;]+)/.exec(at.cookie)?.[1];
    await expect(
      kit.pages.signIn({ ...at, cookie: `pool_interaction=${name}` }, { username: 'ada', password }),
    ).rejects.toMatchObject(over);
    await expect(
      kit.pages.signIn(
        {
          ...at,
          // One letter, whichever it is: of letters that Base64url may not have put there a test fails at times.
          cookie: at.cookie.replace(/sig=(.)/, (_, first) => `sig=${first === 'A' ? 'B' : 'A'}`),
        },
        { username: 'ada', password },
      ),
    ).rejects.toMatchObject(over);
    await expect(
      kit.pages.signIn({ ...at, uid: 'another' }, { username: 'ada', password }),
    ).rejects.toMatchObject(over);
    await expect(
      kit.pages.signIn({ ...at, userPoolId: 'us-east-1_AAAAAAAAA' }, { username: 'ada', password }),
    ).rejects.toMatchObject(over);
    expect(await browser.signIn(location)).toContain('code=');
    expect(await kit.pages.describe(browser.at(location))).toBeNull();
  });

  test('a database that is away is said to be so, and the sign-in goes on when it is back', async () => {
    const { browser, flow } = await start();
    const { location } = await flow.authorize();
    const { select } = kit.ports.db;
    kit.ports.db.select = () => {
      throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    };
    try {
      const away = { code: 'ServiceUnavailableException' };
      await expect(kit.pages.describe(browser.at(location))).rejects.toMatchObject(away);
      await expect(
        kit.pages.signIn(browser.at(location), { username: 'ada', password }),
      ).rejects.toMatchObject(away);
      expect((await flow.authorize()).status).toBe(503);
    } finally {
      kit.ports.db.select = select;
    }
    expect(await browser.signIn(location)).toContain('code=');
  });

  test('CSRF: the way back is worth nothing to another browser', async () => {
    const { flow, browser } = await start();
    const { location } = await flow.authorize();
    const outcome = await kit.pages.signIn(browser.at(location), { username: 'ada', password });
    if (!('goTo' in outcome)) throw new Error('unexpected');
    const victim = await new TestBrowser(kit).go(outcome.goTo);
    expect([victim.status, victim.location]).toEqual([400, '']);
    expect(victim.body).toContain('This sign-in cannot go on');
  });

  test('another pool’s cookies are not taken', async () => {
    const { flow, browser } = await start();
    const { location } = await flow.authorize();
    const at = browser.at(location);
    const other = await kit.control.userPools.create(editor, { name: 'Other' });
    expect(await kit.pages.describe({ ...at, userPoolId: other.id })).toBeNull();
  });

  test('B19: an unknown name, a wrong password and a password that is too long answer alike', async () => {
    const { flow, browser } = await start();
    const at = browser.at((await flow.authorize()).location);
    const said = new Set<string>();
    for (const input of [
      { username: 'nobody', password },
      { username: 'ada', password: 'wrong' },
      { username: 'ada', password: 'x'.repeat(10_000) },
      { username: '', password: '' },
    ])
      said.add(
        await kit.pages.signIn(at, input).then(
          () => 'in',
          (error: Error & { code: string }) => `${error.code} ${error.message}`,
        ),
      );
    expect([...said]).toEqual(['UnauthorizedException Incorrect username or password.']);
  });

  test('B19: after ten wrong passwords the right one waits too, from every address', async () => {
    const { flow, browser } = await start();
    const at = browser.at((await flow.authorize()).location);
    for (let round = 0; round < 10; round++)
      await expect(
        kit.pages.signIn({ ...at, sourceIp: `198.51.100.${round}` }, { username: 'ada', password: 'wrong' }),
      ).rejects.toMatchObject({ code: 'UnauthorizedException' });
    await expect(kit.pages.signIn(at, { username: 'ADA', password })).rejects.toMatchObject({
      code: 'TooManyRequestsException',
    });
  });

  test('sign-up makes an unverified person once, and only where the pool allows it', async () => {
    const { pool, flow, browser } = await start();
    const at = browser.at((await flow.authorize()).location);
    const eve = { username: 'eve', email: 'ada@example.com', password };
    expect(await kit.pages.signUp(at, eve)).toEqual({ goTo: expect.stringContaining('/oauth2/authorize/') });
    expect(await kit.control.userPools.users(editor, pool.id)).toContainEqual(
      expect.objectContaining({
        username: 'eve',
        status: 'CONFIRMED',
        groups: [],
        attributes: { email_verified: 'false' },
      }),
    );
    await expect(kit.pages.signUp(at, { ...eve, username: 'Ada' })).rejects.toMatchObject({
      code: 'ConflictException',
      fields: [{ field: 'username' }],
    });
    await kit.control.userPools.update(editor, pool.id, { name: 'Shop', selfSignUp: false });
    await expect(kit.pages.signUp(at, { ...eve, username: 'mallory' })).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    const { json } = await flow.exchange(await flow.code({ prompt: undefined }));
    expect(decodeJwt(text(json.id_token))).toMatchObject({ email_verified: true });
  });

  test('sign-ups from one address are few a minute', async () => {
    const { flow, browser } = await start();
    const at = { ...browser.at((await flow.authorize()).location), sourceIp };
    const tries = Array.from({ length: 14 }, (_, index) =>
      kit.pages.signUp(at, { username: `bot${index}`, email: 'bot@example.com', password }).then(
        () => 'in',
        (error: { code: string }) => error.code,
      ),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'in')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'TooManyRequestsException')).toHaveLength(4);
  });

  test('a first password must be changed: it opens nothing itself', async () => {
    const { pool, flow, browser } = await start();
    await kit.control.userPools.createUser(editor, pool.id, {
      username: 'bob',
      email: 'bob@example.com',
      password,
    });
    const { location } = await flow.authorize();
    const at = browser.at(location);
    const first = { username: 'bob', password };
    expect(await kit.pages.signIn(at, first)).toEqual({ newPasswordRequired: true });
    await expect(kit.pages.completeNewPassword(at, { ...first, newPassword: 'short' })).rejects.toMatchObject(
      { fields: [{ field: 'password' }] },
    );
    await expect(
      kit.pages.completeNewPassword(at, { ...first, newPassword: password }),
    ).rejects.toMatchObject({ fields: [{ field: 'password' }] });
    const outcome = await kit.pages.completeNewPassword(at, { ...first, newPassword: 'of my own choice' });
    expect('goTo' in outcome && (await browser.go(outcome.goTo)).location).toContain('code=');
    await expect(kit.pages.signIn(at, first)).rejects.toThrow();
  });
});
