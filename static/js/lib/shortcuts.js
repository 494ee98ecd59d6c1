// Which shortcut a key completes. Shortcuts are keys with spaces between: "/", "g t".

// Given the keys pressed before and the new one: the shortcut now complete, or what is pending.
export function press(pending, key, shortcuts) {
  const sequence = pending ? `${pending} ${key}` : key;
  if (shortcuts.includes(sequence)) return { shortcut: sequence, pending: "" };
  if (shortcuts.some((one) => one.startsWith(`${sequence} `))) return { pending: sequence };
  return pending ? press("", key, shortcuts) : { pending: "" };
}

// The key of an event as shortcuts name it: "z", "Mod+z", "Mod+Shift+z".
export function named({ key, ctrlKey, metaKey, shiftKey }) {
  if (!ctrlKey && !metaKey) return key;
  return `Mod+${shiftKey ? "Shift+" : ""}${key.toLowerCase()}`;
}
