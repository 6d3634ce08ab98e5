// A zip file of texts, stored as they are: small, and read by every system.
// `files` are {path, text}; paths are plain Latin.
export function zip(files, now) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { path, text } of files) {
    const [name, content] = [encoder.encode(path), encoder.encode(text)];
    const shared = [
      [2, 20], [2, 0x0800], [2, 0], [2, time(now)], [2, date(now)], // version, names are UTF-8, stored
      [4, crc32(content)], [4, content.length], [4, content.length], [2, name.length], [2, 0],
    ];
    const head = numbers([[4, 0x04034b50], ...shared]);
    directory.push(numbers([[4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), name);
    parts.push(head, name, content);
    offset += head.length + name.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = files.length;
  const end = numbers([[4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

// Each number is [octets, value], the lowest octet first.
function numbers(list) {
  return Uint8Array.from(list.flatMap(([octets, value]) => (
    Array.from({ length: octets }, (_, n) => (value >>> (8 * n)) & 0xff)
  )));
}

const time = (now) => (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
const date = (now) => ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();

function crc32(content) {
  let crc = 0xffffffff;
  for (const octet of content) {
    crc ^= octet;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
