"""A bar chart of processor time in SVG, for light and dark pages."""

import html

from tables import microseconds

WIDTH = 760
PANEL_WIDTH = 340
LABEL_WIDTH = 92
VALUE_WIDTH = 62
BAR = 16
STEP = 24
MARGIN = 24
TITLE = 52

STYLE = """
    .background { fill: #ffffff; stroke: #d0d7de; }
    text { fill: #1f2328; font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; }
    .heading { font-weight: 600; }
    .note { fill: #59636e; font-size: 12px; }
    .bar { fill: #8c959f; }
    .own { fill: #0969da; }
    @media (prefers-color-scheme: dark) {
      .background { fill: #0d1117; stroke: #3d444d; }
      text { fill: #f0f6fc; }
      .note { fill: #9198a1; }
      .bar { fill: #656c76; }
      .own { fill: #4493f8; }
    }
"""


def _text(x, y, content, css="", anchor="start"):
    kind = f' class="{css}"' if css else ""
    return f'  <text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}"{kind}>{html.escape(content)}</text>'


def _panel(case, rows, x, y):
    lines = [_text(x, y, case, "heading")]
    largest = max(row.median.processor_microseconds for row in rows)
    for index, row in enumerate(rows):
        top = y + 12 + index * STEP
        baseline = top + BAR - 3
        time = row.median.processor_microseconds
        length = max(1.0, (PANEL_WIDTH - LABEL_WIDTH - VALUE_WIDTH) * time / largest)
        css = "bar own" if row.subject == "HttpCached" else "bar"
        lines.append(_text(x + LABEL_WIDTH - 8, baseline, row.subject, anchor="end"))
        lines.append(
            f'  <rect x="{x + LABEL_WIDTH}" y="{top}" width="{length:.1f}" height="{BAR}" rx="2" class="{css}"/>'
        )
        lines.append(_text(x + LABEL_WIDTH + length + 6, baseline, f"{microseconds(time)} µs"))
    return lines


def svg(rows):
    """Returns the chart, with one panel and scale for each kind of request."""
    cases = {}
    for row in rows:
        cases.setdefault(row.case, []).append(row)
    panel_height = 12 + STEP * max(len(panel) for panel in cases.values()) + 26
    panel_rows = (len(cases) + 1) // 2
    height = MARGIN + TITLE + panel_rows * panel_height
    title = "Processor time per request, of all processes"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
        f' role="img" aria-label="{title}">',
        f"  <style>{STYLE}  </style>",
        f'  <rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="6" class="background"/>',
        _text(MARGIN, 32, title, "heading"),
        _text(MARGIN, 50, "Each kind of request has its own scale. Less is better.", "note"),
    ]
    for index, (case, panel) in enumerate(cases.items()):
        x = MARGIN + (index % 2) * (WIDTH - 2 * MARGIN - PANEL_WIDTH)
        lines += _panel(case, panel, x, MARGIN + TITLE + 8 + (index // 2) * panel_height)
    return "\n".join([*lines, "</svg>"]) + "\n"
