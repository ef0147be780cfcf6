import { Decoration, EditorView, type Extension, WidgetType } from '@uiw/react-codemirror';

class Note extends WidgetType {
  constructor(private readonly text: string) {
    super();
  }

  override eq(other: Note): boolean {
    return other.text === this.text;
  }

  /** For the eye only: who reads the editor by ear finds the notes elsewhere on the page. */
  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-line-note';
    element.setAttribute('aria-hidden', 'true');
    element.textContent = this.text;
    return element;
  }
}

/** Texts that stand behind lines (1-based) without being part of them. */
export function lineNotes(notes: ReadonlyMap<number, string>): Extension {
  return EditorView.decorations.of((editor) => {
    const { doc } = editor.state;
    const widgets = [...notes]
      .filter(([line]) => line <= doc.lines)
      .sort(([a], [b]) => a - b)
      .map(([line, text]) => Decoration.widget({ widget: new Note(text), side: 1 }).range(doc.line(line).to));
    return Decoration.set(widgets);
  });
}
