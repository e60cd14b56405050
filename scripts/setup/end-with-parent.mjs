/** Loaded into the web server: when the program that started it is gone, however it went, so is it. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
