/** Loaded into each subject's process before its own code: says what the process has used, and ends it with the bench. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 1 });
const MILLISECOND = 1e6;

process.on('message', (question) => {
  // Only where it is asked for: to watch takes a timer a millisecond.
  if (question === 'watch') {
    delay.reset();
    delay.enable();
  }
  const { user, system } = process.cpuUsage();
  process.send?.({
    cpuMillis: (user + system) / 1000,
    residentBytes: process.memoryUsage.rss(),
    longestHoldUpMillis: delay.max / MILLISECOND,
  });
});
process.on('disconnect', () => process.exit());
// A program that has nothing more to do ends as it would without the gauge.
process.channel?.unref();
