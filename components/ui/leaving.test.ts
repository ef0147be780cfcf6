import { expect, test, vi } from 'vitest';
import { leaving } from './leaving';

test('with nothing unsaved one leaves at once', () => {
  const go = vi.fn();
  leaving.leave(go);
  expect(go).toHaveBeenCalledOnce();
  expect(leaving.waiting()).toBeNull();
});

test('while any form is dirty leaving waits for the answer', () => {
  const go = vi.fn();
  const clean = [leaving.markDirty(), leaving.markDirty()];
  clean[0]?.();
  leaving.leave(go);
  expect(go).not.toHaveBeenCalled();
  leaving.stay();
  expect(leaving.waiting()).toBeNull();

  leaving.leave(go);
  leaving.go();
  expect(go).toHaveBeenCalledOnce();
  expect(leaving.waiting()).toBeNull();
  clean[1]?.();
});
