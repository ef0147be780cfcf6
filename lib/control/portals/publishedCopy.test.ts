import { expect, test } from 'vitest';
import { createControl } from '../createControl';
import { editor, testControl } from '../testControl';
import { openShop } from './testing';

const kit = testControl();

test('a copy is read once, and again when its row was written, by this process or another', async () => {
  const { portal } = await openShop(kit.control);
  const { portalId } = portal;
  const { portals } = kit.control;
  const other = createControl({ ...kit, ports: { ...kit.ports } }).portals;
  await portals.publish(editor, portalId);
  const { site } = await portals.site(portalId);
  expect((await portals.site(portalId)).site).toBe(site);
  const portalContent = { ...portal.portalContent, displayName: 'Renamed' };
  await other.update(editor, portalId, { portalContent });
  expect((await portals.site(portalId)).site).toEqual(site);
  // The clock stands still: it does not tell the two publications apart.
  await other.publish(editor, portalId);
  expect((await portals.site(portalId)).site.displayName).toBe('Renamed');
  await other.disable(editor, portalId);
  await expect(portals.site(portalId)).rejects.toMatchObject({ code: 'NotFoundException' });
  await expect(portals.tryIt(editor, portalId, 'any', call)).rejects.toMatchObject({
    code: 'NotFoundException',
  });
});

const call = { method: 'GET', pathAndQuery: '/pets', headers: [] };
