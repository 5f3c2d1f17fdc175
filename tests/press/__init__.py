"""A local publisher: hundreds of sources of many kinds on loopback, which know what they published when, and who asked them for it.

    clock   a clock that is moved by waiting          plan     what a source publishes when        texts   the words of it
    feeds   the forms a feed is written in            pages    articles, fronts, sitemaps, walls   replies what is sent, and in what manner
    sources a source: its plan, form and troubles     kinds    500 of them                         server  HTTP on loopback
    log     every request that came                   judge    what the library must hold now
"""
