import { median } from './measure.mjs';

const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(0);
const ratio = (value, base) => `${(value / base).toFixed(2)}x`;

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line).join('\n');
}

/** @param rows summaries; the ratios are to those of nginx and of the bare proxy */
export function figuresTable(rows) {
  const named = (name) => rows.find(({ part }) => part === name);
  const [nginx, bare] = [named('nginx'), named('bare proxy')];
  const head = ['', 'µs a call', 'lowest to highest', 'to nginx', 'to the bare proxy', 'MB', 'to nginx'];
  return table(
    [...head, 'calls a second', 'p50 ms', 'p99 ms'],
    rows.map(({ part, micros, spread, bytes, rate, p50, p99 }) => [
      part,
      micros.toFixed(0),
      spread.map((most) => most.toFixed(0)).join(' to '),
      ratio(micros, nginx.micros),
      ratio(micros, bare.micros),
      megabytes(bytes),
      ratio(bytes, nginx.bytes),
      rate.toFixed(0),
      p50.toFixed(2),
      p99.toFixed(2),
    ]),
  );
}

/** @param rows a way of rendering each, with the µs of every round and the median of the rounds' ratios */
export function rendersTable(rows) {
  const figure = (runs) => median(runs).toFixed(1);
  const spread = (runs) => [Math.min, Math.max].map((most) => most(...runs).toFixed(1)).join(' to ');
  return table(
    [
      '',
      'Gatehouse: µs a render',
      'lowest to highest',
      'velocityjs: µs',
      'lowest to highest',
      'Gatehouse to velocityjs',
    ],
    rows.map(({ title, gatehouse, velocityjs, ratio: share }) => [
      title,
      figure(gatehouse),
      spread(gatehouse),
      figure(velocityjs),
      spread(velocityjs),
      `${share.toFixed(2)}x`,
    ]),
  );
}

/** @param rows by the number of functions that spin; the first has none */
export function besideTable(rows) {
  const head = ['functions that spin', 'calls a second', 'p50 ms', 'p99 ms', 'lowest to highest'];
  return table(
    [...head, 'p99 to that without', 'processors that they had'],
    rows.map(({ count, rate, p50, p99, spread, ratio: share, share: had }) => [
      `${count}`,
      rate.toFixed(0),
      p50.toFixed(2),
      p99.toFixed(2),
      spread.map((most) => most.toFixed(2)).join(' to '),
      `${share.toFixed(2)}x`,
      `${(had * 100).toFixed(0)} %`,
    ]),
  );
}

/** @param rows smallest first: its figures are what the ratios are to */
export function growthTable(rows) {
  const [smallest] = rows;
  const compared = (row, key) => `${row[key].toFixed(0)} (${ratio(row[key], smallest[key])})`;
  const memory = (row, key) => `${megabytes(row[key])} (${ratio(row[key], smallest[key])})`;
  const head = ['', 'one path: worker µs', 'all µs', 'every path in turn: worker µs', 'all µs'];
  const starts = [
    'first start serves after s',
    'later start serves after s',
    'later start: ready after s',
    'at rest after s',
  ];
  return table(
    [...head, 'worker MB', 'all MB', ...starts],
    rows.map((row) => [
      row.name,
      compared(row, 'one workerMicros'),
      compared(row, 'one allMicros'),
      compared(row, 'all workerMicros'),
      compared(row, 'all allMicros'),
      memory(row, 'all workerBytes'),
      memory(row, 'all allBytes'),
      ...['first', 'servingSeconds', 'readySeconds', 'restSeconds'].map((key) => row[key].toFixed(1)),
    ]),
  );
}
