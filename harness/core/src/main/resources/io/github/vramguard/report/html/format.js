/* Amounts, times and verdicts as people read them. */

const BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];
const MINUS = "\u2212";

const VERDICTS = {
  FAILED: { name: "failed", icon: "failed", rank: 0 },
  UNFINISHED: { name: "unfinished", icon: "unfinished", rank: 1, text: ["did not end", "did not end"] },
  INCONCLUSIVE: { name: "inconclusive", icon: "inconclusive", rank: 2, text: ["is inconclusive", "are inconclusive"] },
  NOT_JUDGED: { name: "not judged", icon: "not-judged", rank: 3, text: ["was not judged", "were not judged"] },
  PASSED: { name: "passed", icon: "passed", rank: 4 },
};

const OUTCOMES = {
  FAILED: { name: "failed", icon: "failed" },
  NOT_COUNTED: { name: "not counted", icon: "not-judged" },
  PASSED: { name: "passed", icon: "passed" },
  INCONCLUSIVE: { name: "inconclusive", icon: "inconclusive" },
  REPORTED: { name: "reported", icon: "not-judged" },
  UNREAD: { name: "not read", icon: "not-judged" },
};

/** Three significant digits, ties away from zero. */
function rounded(amount) {
  const size = Math.abs(amount);
  const scale = size >= 100 ? 1 : size >= 10 ? 10 : 100;
  return (Math.sign(amount) * Math.round(size * scale)) / scale;
}

function bytes(amount) {
  let rest = amount;
  let unit = 0;
  while (unit < BYTE_UNITS.length - 1 && Math.abs(rounded(rest)) >= 1024) {
    rest /= 1024;
    unit++;
  }
  return `${rounded(rest) || 0} ${BYTE_UNITS[unit]}`.replace("-", MINUS);
}

function amount(pool, value) {
  return pool.unit === "BYTES" ? bytes(value) : String(value).replace("-", MINUS);
}

function change(pool, value) {
  return (value > 0 ? "+" : "") + amount(pool, value);
}

function duration(millis) {
  const seconds = Math.round(millis / 1000);
  const minutes = Math.round(seconds / 60);
  if (millis < 59_950) {
    return `${(millis / 1000).toFixed(1)}\u00a0s`;
  }
  return seconds < 3600
    ? `${Math.floor(seconds / 60)}\u00a0min ${seconds % 60}\u00a0s`
    : `${Math.floor(minutes / 60)}\u00a0h ${minutes % 60}\u00a0min`;
}

function plural(count, one, many = one + "s") {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

function when(millis) {
  return new Date(millis).toLocaleString("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  });
}

/** The first clause of a text, as the console has it; all of it stands among the facts. */
function clause(text) {
  const first = text.split("; ")[0];
  return first.length <= 60 ? first : `${first.slice(0, 59).replace(/\W*\s\S*$/, "")}…`;
}

function list(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
