"""The style sheet of a book: it leaves face, size and colours to the reader, and needs no more than grey."""

CSS = """\
body { line-height: 1.5; text-align: start; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: start; break-after: avoid; page-break-after: avoid; }
h1 { font-size: 1.6em; margin: 1em 0 0.5em; }
h2 { font-size: 1.25em; margin: 1.5em 0 0.5em; }
h3, h4, h5, h6 { font-size: 1.1em; margin: 1.25em 0 0.5em; }
p { margin: 0 0 0.75em; }
.deck { font-size: 1.1em; }
.imprint { font-size: 0.85em; border-bottom: 1px solid; padding-bottom: 0.75em; margin-bottom: 1.5em; }
figure { margin: 1.25em 0; break-inside: avoid; page-break-inside: avoid; }
img { display: block; max-width: 100%; max-height: 90vh; width: auto; height: auto; margin: 0 auto; }
p img, a img, td img { display: inline-block; }
figure a img { display: block; }
figcaption, caption, .figcaption, .caption { font-size: 0.85em; line-height: 1.35; text-align: start; }
figcaption, .figcaption { margin-top: 0.4em; }
.credit { font-style: italic; }
.absent { font-size: 0.85em; border: 1px solid; padding: 0.1em 0.4em; overflow-wrap: anywhere; }
figure .absent { display: block; }
blockquote { margin: 1em 0; padding-inline-start: 1em; border-inline-start: 2px solid; }
pre { white-space: pre-wrap; font-size: 0.85em; }
table { border-collapse: collapse; margin: 1em 0; font-size: 0.9em; }
td, th { border: 1px solid; padding: 0.25em 0.5em; vertical-align: top; text-align: start; }
dd { margin: 0 0 0.5em; margin-inline-start: 1.5em; }
hr { border: 0; border-top: 1px solid; margin: 1.5em 25%; }
.em, .i, .cite { font-style: italic; }
.strong, .b, .summary, .h2, .h3, .h4, .h5, .h6 { font-weight: bold; }
.s, .del { text-decoration: line-through; }
.u, .ins { text-decoration: underline; }
.small { font-size: 0.85em; }
.details { margin: 0.75em 0; padding-inline-start: 1em; border-inline-start: 1px solid; }
nav ol { list-style: none; padding: 0; }
:lang(zh) p, :lang(ja) p { line-height: 1.7; }
"""
