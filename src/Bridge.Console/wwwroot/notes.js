// What somebody jots down at the desk: kept for this window alone, taken away when somebody else sits there or the person signs out.

const place = "accessbridge-notes";

export function keep(id, owner) {
  const field = document.getElementById(id);
  if (!field) {
    return;
  }

  const kept = JSON.parse(sessionStorage.getItem(place) ?? "null");
  field.value = kept?.owner === owner ? kept.text : "";
  field.addEventListener("input", () => sessionStorage.setItem(place, JSON.stringify({ owner, text: field.value })));
  document.querySelector(".sign-out")?.addEventListener("submit", () => sessionStorage.removeItem(place));
}
