/** What the system's own accounts say of a process and its children (Linux: /proc). */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const TICK_MS = 10;

/** CPU so far of `pid` and all below it, in milliseconds; ended children count with their parent. */
export function cpuOf(pid) {
  return familyOf(pid).reduce((sum, each) => sum + ticks(each) * TICK_MS, 0);
}

/** Largest resident size since `resetPeak`, of the largest process of the family, in MB. */
export function peakOf(pid) {
  return Math.max(...familyOf(pid).map((each) => statusMb(each, 'VmHWM')));
}

/** Resident size now, of the largest process of the family, in MB. */
export function residentOf(pid) {
  return Math.max(...familyOf(pid).map((each) => statusMb(each, 'VmRSS')));
}

export function resetPeak(pid) {
  for (const each of familyOf(pid)) writeFileSync(`/proc/${each}/clear_refs`, '5');
}

function familyOf(pid) {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = stat(name)?.[1];
    if (parent === undefined) continue;
    children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  const family = [String(pid)];
  for (const each of family) family.push(...(children.get(each) ?? []));
  return family;
}

/** Fields of /proc/PID/stat after the name: state, ppid, …; undefined when the process has ended. */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}

function ticks(pid) {
  const fields = stat(pid);
  return fields === undefined
    ? 0
    : fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
}

function statusMb(pid, field) {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(
      new RegExp(`${field}:\\s+(\\d+)`),
    );
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
