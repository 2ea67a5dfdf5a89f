/** Loaded into each subject's process before its own code: says what the process has used, and ends it with the bench. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMillis: (user + system) / 1000, residentBytes: process.memoryUsage.rss() });
});
process.on('disconnect', () => process.exit());
// A program that has nothing more to do ends as it would without the gauge.
process.channel?.unref();
