/** Alone in its file, and plain: it must run on the Node that is too old for everything else. */

const LEAST_NODE = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
  process.stderr.write(
    `Stet needs Node ${LEAST_NODE.join('.')} or later, and this is ${process.versions.node}: ` +
      'install Node 22 or 24.\n',
  );
  process.exit(1);
}
