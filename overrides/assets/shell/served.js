// What the web server gives a script of a page. In the copy that opens from a folder, carried/from_folder.js stands
// in the place of this.

export async function textOf(address) {
  return (await answered(address)).text();
}

export async function jsonOf(address) {
  return (await answered(address)).json();
}

// The address of a page as a link to it has to have it.
export function pageAt(address) {
  return address;
}

async function answered(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  return answer;
}
