/* The order of the tests. */

const ORDERS = {
  verdict: { title: "verdict", ascending: true, of: test => test.verdict.rank },
  name: { title: "name", ascending: true, of: test => test.name },
  residual: { title: "residual", ascending: false, of: test => sizeOf(test.lead, test.lead?.residual ?? null) },
  peak: { title: "peak", ascending: false, of: test => sizeOf(test.lead, test.lead?.peak ?? null) },
  time: { title: "time", ascending: false, of: test => test.millis },
  measuring: { title: "time measuring", ascending: false, of: test => test.measuringMillis },
};
const byName = new Intl.Collator("en", { numeric: true });

/** Tests without a value are last in both directions. */
function compared(one, other, of, ascending) {
  const [first, second] = [of(one), of(other)];
  if (first === second) {
    return 0;
  }
  if (first === -Infinity || second === -Infinity) {
    return first === -Infinity ? 1 : -1;
  }
  const difference = typeof first === "string" ? byName.compare(first, second) : first - second;
  return ascending ? difference : -difference;
}

/** Equal tests are ordered by their residual. */
function inOrder(one, other) {
  return compared(one, other, ORDERS[listed.order].of, listed.ascending) || compared(one, other, ORDERS.residual.of, false);
}
