/// The overview's style: calm, readable from 360 pixels on, light and dark, and fit to print.
package let overviewStyle: StaticString = """

    :root {
      color-scheme: light dark;
      --paper: #f4f5f2; --card: #ffffff; --ink: #1c2429; --soft: #55636b; --line: #dde1dd;
      --accent: #0b5a5c; --head: #0d4a4d; --head-ink: #f3faf8; --head-soft: #b9d8d4;
      --note: #fdf4dc; --note-line: #b98711; --tint: #eef4f2;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #101517; --card: #182023; --ink: #e4eaea; --soft: #9db0b3; --line: #2b373b;
        --accent: #7fd0c8; --head: #0c3335; --head-ink: #eaf5f3; --head-soft: #a3c9c5;
        --note: #322a14; --note-line: #d7a93b; --tint: #1d292b;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
      overflow-wrap: break-word;
    }
    main, .page-head > div, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
    .skip { position: absolute; left: -100rem; padding: .75rem 1rem; background: var(--card); z-index: 1; }
    .skip:focus { left: 0; }
    h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; text-wrap: balance; }
    h1 { font-size: clamp(1.7rem, 1rem + 3.4vw, 3.1rem); font-weight: 650; letter-spacing: -.02em; }
    h2 { font-size: 1.4rem; letter-spacing: -.01em; }
    h3 { font-size: 1.2rem; }
    h4 { font-size: 1.02rem; margin-top: 1.75rem; }
    h5 { font-size: .95rem; margin: 1rem 0 .4rem; }
    p, ul, dl, dd { margin: 0; }
    dd, td { overflow-wrap: anywhere; }
    thead th { overflow-wrap: normal; }
    .small, .code, .article { font-size: .84rem; color: var(--soft); font-weight: 400; }
    .code { white-space: nowrap; }
    .article { display: inline-block; }
    .article, .code { border: 1px solid var(--line); border-radius: 99px; padding: .05em .6em; }
    .empty { color: var(--soft); font-style: italic; font-size: .9em; }
    .unknown { color: var(--soft); }

    .page-head { background: var(--head); color: var(--head-ink); padding: 2.5rem 0 2rem; }
    .page-head p { max-width: 44rem; }
    .sender { color: var(--head-soft); font-weight: 600; margin-bottom: .35rem; }
    .lead { font-size: clamp(1.1rem, 1rem + .6vw, 1.35rem); line-height: 1.45; margin: .9rem 0 .6rem; }
    .page-head .small, .page-head .facts dt, .page-head .facts li::marker { color: var(--head-soft); }
    .page-head .note { color: var(--ink); margin-bottom: 1rem; }
    .page-head .note a { color: inherit; }
    .note {
      background: var(--note); border-left: 4px solid var(--note-line); border-radius: 4px;
      padding: .65rem 1rem; margin-top: 1rem;
    }
    .page-head .request { margin: 1.75rem 0 1rem; }
    .page-head .request, .page-head .facts > div { border-color: rgb(255 255 255 / .18); }
    .number { font-variant-numeric: tabular-nums; font-weight: 650; letter-spacing: .04em; }

    .contents { margin: 2rem 0; }
    .contents h2 { font-size: 1rem; color: var(--soft); font-weight: 600; }
    .contents ul {
      list-style: none; padding: 0; margin-top: .6rem; display: grid; gap: .5rem;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
    }
    .contents a {
      display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; align-content: start;
      gap: 0 .75rem; height: 100%;
      padding: .6rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px;
      text-decoration: none;
    }
    .contents a:hover span:first-child { text-decoration: underline; }
    .count { color: var(--soft); font-size: .84rem; text-align: right; }

    .part { margin: 2.5rem 0 1rem; }
    .card {
      background: var(--card); border: 1px solid var(--line); border-radius: 12px;
      padding: clamp(1.1rem, .6rem + 2vw, 2rem); margin-bottom: 1.5rem; scroll-margin-top: 1rem;
    }
    .card h2 + p { margin-top: .5rem; max-width: 44rem; }
    .category > header {
      display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1rem;
      border-bottom: 2px solid var(--accent); padding-bottom: .6rem;
    }

    .facts { margin-top: 1.5rem; border-bottom: 1px solid var(--line); }
    .facts > div { border-top: 1px solid var(--line); padding: .7rem 0; display: grid; gap: .1rem 1.5rem; }
    .facts dt { font-weight: 600; color: var(--soft); font-size: .92rem; }
    .facts ul { padding-left: 1.1rem; }
    .facts li + li { margin-top: .35rem; }
    .facts li::marker { color: var(--soft); }
    @media (min-width: 44rem) {
      .facts > div { grid-template-columns: 13rem minmax(0, 1fr); }
      .request { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 2.5rem; }
      .request > div { grid-template-columns: 8rem minmax(0, 1fr); }
    }

    .card p + p { margin-top: .45rem; }
    dd > ul + p, dd > p + p { margin-top: .55rem; }
    .card > h3 { margin-top: 1.5rem; }
    details > p { margin: 0 0 1rem 1.4rem; }
    .folded { margin-top: 1.25rem; border-bottom: 1px solid var(--line); }
    details { border-top: 1px solid var(--line); }
    summary {
      display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem;
      padding: .6rem .25rem .6rem 1.4rem; cursor: pointer; position: relative; list-style: none;
    }
    summary::-webkit-details-marker { display: none; }
    summary::before {
      content: ""; position: absolute; left: .2rem; top: 1.15rem; width: .45rem; height: .45rem;
      border: solid var(--accent); border-width: 0 2px 2px 0; transform: rotate(-45deg);
    }
    details[open] > summary::before { transform: rotate(45deg); }
    details[open] > summary { font-weight: 600; }
    summary:hover span:first-child { text-decoration: underline; }
    details > .facts { margin: 0 0 1rem 1.4rem; font-size: .95rem; }
    details > .note { margin: 0 0 1rem 1.4rem; }
    .rules { padding-left: 1.1rem; margin-top: 1rem; }
    .rules li + li { margin-top: .45rem; }
    #recipients table { table-layout: fixed; }
    #search td { overflow-wrap: break-word; }
    #recipients td { white-space: normal; hyphens: auto; }
    tr:target { background: var(--tint); outline: 2px solid var(--accent); outline-offset: -2px; }
    tr[id] { scroll-margin-top: 1rem; }

    .scroll { overflow-x: auto; margin: .6rem 0 .8rem; border: 1px solid var(--line); border-radius: 8px; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    th, td { text-align: left; vertical-align: top; padding: .5rem .8rem; }
    thead th { background: var(--tint); font-weight: 600; font-size: .86rem; }
    tbody tr { border-top: 1px solid var(--line); }
    td { font-variant-numeric: tabular-nums; max-width: 26rem; white-space: pre-wrap; }
    td p + p { margin-top: .3rem; }
    .label { display: none; }
    @media (max-width: 43.99rem) {
      .records, .records tbody, .records tr { display: block; }
      .records thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .records tr { padding: .6rem .9rem; }
      .records tr:first-child { border-top: 0; }
      .records td { display: grid; grid-template-columns: 7.25rem minmax(0, 1fr); gap: .75rem; padding: .2rem 0; max-width: none; }
      .label { display: block; color: var(--soft); font-size: .86rem; white-space: normal; }
    }

    .chart { display: block; overflow: visible; margin: 1rem 0 .4rem; font-size: 11px; font-variant-numeric: tabular-nums; forced-color-adjust: none; background: var(--card); }
    .chart text { fill: var(--ink); }
    .chart .name { font-size: 13px; font-weight: 600; }
    .chart .total { font-weight: 400; }
    .chart .head, .chart .value { text-anchor: middle; }
    .chart .head, .chart .total { fill: var(--soft); }
    .chart rect { fill: var(--accent); }
    .chart .tint-0 { fill: none; stroke: var(--line); }
    .chart .tint-1 { fill-opacity: .12; }
    .chart .tint-2 { fill-opacity: .25; }
    .chart .tint-3 { fill-opacity: .42; }
    .chart .tint-4 { fill-opacity: .85; }
    .chart .deep { fill: var(--card); }
    .years th[scope="row"] { font-weight: 400; min-width: 9rem; }
    .years td, .years thead th + th { text-align: right; overflow-wrap: normal; }
    details > .scroll { margin: 0 0 1rem; }
    .rest { margin: 0 0 .8rem; }
    .amount { white-space: nowrap; }
    .term { overflow-wrap: normal; }
    .part + .small { margin: -.5rem 0 1rem; }

    .sheet {
      margin: .6rem 0 .8rem; border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem;
      display: grid; gap: .7rem 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    }
    .sheet dt { color: var(--soft); font-size: .86rem; }
    .sheet dd { white-space: pre-wrap; font-variant-numeric: tabular-nums; }
    .sheet dt, .label { hyphens: auto; }
    .sheet dt .small, .label .small { display: block; font-size: .92em; }
    @media (max-width: 43.99rem) {
      .sheet { display: block; padding: .6rem .9rem; }
      .sheet > div { display: grid; grid-template-columns: 7.25rem minmax(0, 1fr); gap: .75rem; padding: .2rem 0; font-size: .92rem; }
    }
    .files { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; font-size: .92rem; }

    .rights {
      list-style: none; padding: 0; margin: 1.25rem 0 1.75rem; display: grid; gap: 1.1rem 2rem;
      grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr));
    }
    .rights h3 { font-size: 1.02rem; }
    .rights .small { margin-top: .25rem; }
    footer { color: var(--soft); font-size: .88rem; padding-top: .5rem; padding-bottom: 3rem; }

    @media print {
      :root {
        --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000;
        --head: #fff; --head-ink: #000; --head-soft: #444; --note: #fff; --tint: #f2f2f2;
      }
      html { font-size: 10pt; }
      .skip, .contents { display: none; }
      .card { border: 0; border-radius: 0; padding: 0; margin-bottom: 1.5rem; }
      .page-head { padding-top: 0; }
      .page-head .request, .page-head .facts > div { border-color: #bbb; }
      .scroll { overflow: visible; }
      table { font-size: .85rem; }
      th, td { padding: .3rem .5rem; }
      .records thead th { font-size: .8rem; overflow-wrap: anywhere; }
      details::details-content { content-visibility: visible; block-size: auto; }
      summary { font-weight: 600; padding-left: 0; }
      summary::before { display: none; }
      tr, .facts > div, .rights li, .sheet, .picture { break-inside: avoid; }
      h2, h3, h4, summary { break-after: avoid; }
      a { text-decoration: none; }
    }

    """
