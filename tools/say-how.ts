/** The last lines of `npm start`. */
console.log(`These were the examples in examples/. To decode what came back to you:

  npx whybounce "550 5.1.1 …"                 a reply, in quotes
  npx whybounce decode bounce.eml             a bounce mail (.eml, .msg, mbox, a folder, .gz)
  npx whybounce decode                        paste it, then press Ctrl-D
  npx whybounce explain bounce.eml            why, and what to find out next
  npx whybounce summary bounces/              rates and what stands out among many
  npx whybounce search "access denied"        what is known of codes, words and providers
  npx whybounce --help                        everything else`);
