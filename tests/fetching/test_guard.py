"""Where Octavo may go: each line of the guard, and each way that is known around it."""

from __future__ import annotations

from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.errors import OctavoError
from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.guard import Guard, Target, literal
from octavo.fetching.networks import METADATA, special

PUBLIC = Guard.of()


def refused(guard: Guard, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        guard.check_url(url)
    assert caught.value.reason is Reason.REFUSED
    return caught.value


def address_refused(guard: Guard, address: str, host: str = "harbourpost.example", port: int = 443) -> FetchError:
    with pytest.raises(FetchError) as caught:
        guard.check_address(host, address, port)
    assert caught.value.reason is Reason.REFUSED
    return caught.value


@pytest.mark.parametrize(("url", "target"), [
    ("https://harbourpost.example/feed", Target("https", "harbourpost.example", 443)),
    ("HTTP://HarbourPost.Example.", Target("http", "harbourpost.example", 80)),
    ("https://harbourpost.example:8443/a?b#c", Target("https", "harbourpost.example", 8443)),
    ("http://blåvik.example/", Target("http", "xn--blvik-nra.example", 80)),
    ("http://port_alder.example:8080/", Target("http", "port_alder.example", 8080)),
    ("http://8.8.4.4/", Target("http", "8.8.4.4", 80)),
    ("http://8.8.4.4./", Target("http", "8.8.4.4", 80)),
    ("http://８.８.４.４/", Target("http", "8.8.4.4", 80)),
    ("http://[2606:4700:4700:0::1111]/", Target("http", "2606:4700:4700::1111", 80)),
    ("http://1password.example/", Target("http", "1password.example", 80)),
    ("http://0x7f.example/", Target("http", "0x7f.example", 80)),
])
def test_public_addresses_pass(url: str, target: Target) -> None:
    assert PUBLIC.check_url(url) == target


@pytest.mark.parametrize("url", [
    "ftp://harbourpost.example/", "file:///etc/passwd", "gopher://harbourpost.example/", "javascript:alert(1)", "data:text/html,x", "/feed",
    "//harbourpost.example/", "harbourpost.example", "", " ", "http://", "http:///feed", "http://:80/", "https:harbourpost.example",
    "ws://a.example",
    "http+unix://run/", "view-source:http://a.example/",
])
def test_only_http_and_https_with_a_host(url: str) -> None:
    refused(PUBLIC, url)


@pytest.mark.parametrize("url", [
    "http://reader:quay7@a.example/", "http://reader@a.example/", "http://:quay7@a.example/", "http://a.example:80@127.0.0.1/",
    "http://reader:quay7@a.example:99999/", "http://reader:quay7@exa mple/", "http://reader:quay7@[::1/", "ftp://reader:quay7@a.example/",
    "http://quay7%40x@a.example/",
])
def test_no_password_in_an_address_and_none_in_the_words(url: str) -> None:
    assert "quay7" not in str(refused(PUBLIC, url))


@pytest.mark.parametrize("url", [
    "http://2130706433/", "http://0177.0.0.1/", "http://0x7f.1/", "http://0x7f000001/", "http://127.1/", "http://127.0.1/", "http://0/",
    "http://0x/",
    "http://1.2.3.4.5/", "http://256.1.1.1/", "http://8.8.8.8.9/", "http://08.8.8.8/", "http://8.8.8.0x8/", "http://a.example.1/",
    "http://１２７.1/",
    "http://134744072/", "http://8.8.2056/", "http://a..example/", "http://.a.example/", "http://a.example../", "http://.../",
    "http://a%2eexample/",
    "http://exa%6dple.example/", "http://a b.example/", "http://[::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[::1",
    "http://[1.2.3.4]/",
    "http://a.example:0/", "http://a.example:x/", "http://a.example:99999/", "http://a.example:-1/", "http://" + "a" * 64 + ".example/",
    "http://" + "a." * 127 + "example/", "http://a*b.example/", "http://a'b.example/", "http://a\x00b.example/", "http://a\u202eb.example/",
    "http://\udc80.example/", "http://a.example/" + "x" * 9000, "http://a.example\\@b.example/",
])
def test_hosts_in_unusual_forms_are_refused(url: str) -> None:
    refused(PUBLIC, url)


@pytest.mark.parametrize("url", [
    "http://127.0.0.1/", "http://127.0.0.1./", "http://１２７.０.０.１/", "http://127.0.0.1:8080/", "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://192.168.1.1/", "http://①92.168.1.1/", "http://127。0。0。1/", "http://0.0.0.0/", "http://[::]/",
])
def test_literal_inner_addresses_are_refused_before_a_connection(url: str) -> None:
    assert "not public" in refused(PUBLIC, url).problem


INNER = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254", "169.254.0.1",
    "172.16.0.1",
    "172.31.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
    "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
]
INNER_6 = [
    "::", "::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::10.0.0.1", "::ffff:0:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1",
    "64:ff9b:1::1",
    "64:ff9b:1::8.8.8.8", "64:ff9b:1:7f00:0:100::", "100::1", "2001::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "3fff::1",
    "2002:7f00:1::1", "2002:a00:1::", "2002:c0a8:101::1", "2001:0:808:808:0:0:80ff:fffe", "2001:0:7f00:1::f7f7:f7f7", "fc00::1",
    "fd00::1", "fd12:3456::1",
    "fe80::1", "fe80::1%eth0", "fe80::1%2", "febf::1", "fec0::1", "ff02::1", "ff0e::1", "4000::1", "5f00::1", "8000::1", "::2", "1::1",
    "2606:4700::5efe:10.0.0.1", "2606:4700::200:5efe:127.0.0.1",
]


@pytest.mark.parametrize("address", [*INNER, *INNER_6])
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    error = address_refused(PUBLIC, address)
    assert "is not public" in error.problem
    assert "OCTAVO_ALLOW" in error.advice


@pytest.mark.parametrize("address", [
    "8.8.8.8", "1.1.1.1", "11.0.0.1", "100.63.255.255", "100.128.0.1", "128.0.0.1", "172.32.0.1", "192.0.1.1", "198.20.0.1",
    "223.255.255.255",
    "2606:4700:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1",
])
def test_public_addresses_of_a_name_pass(address: str) -> None:
    PUBLIC.check_address("harbourpost.example", address, 443)


@pytest.mark.parametrize("address", ["", "harbourpost.example", "127.1", "0177.0.0.1", "2130706433", "1.2.3.4/8", "::g", "%eth0"])
def test_what_a_resolver_gives_and_is_no_address_is_refused(address: str) -> None:
    address_refused(PUBLIC, address)


@given(st.integers(0, 2**32 - 1).map(IPv4Address))
def test_nothing_passes_that_pythons_own_registry_keeps(address: IPv4Address) -> None:
    if special(address) is None:
        assert address.is_global
        assert not address.is_multicast


@given(st.integers(0, 2**128 - 1).map(IPv6Address))
def test_nothing_passes_outside_global_unicast(address: IPv6Address) -> None:
    if special(address) is None:
        assert address in IPv6Network("2000::/3") or int(address) < 2**64


@given(st.one_of(st.sampled_from([int(IPv4Address(each)) for each in INNER]), st.integers(0, 2**32 - 1)))
def test_an_address_inside_another_is_judged_as_itself(number: int) -> None:
    judged = special(IPv4Address(number))
    forms = [0xFFFF << 32 | number, 0xFFFF << 48 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80]
    if number > 1:
        forms.append(number)
    assert [special(IPv6Address(each)) for each in forms] == [judged] * len(forms)


METADATA_WAYS = [
    *sorted(map(str, METADATA)), "::ffff:169.254.169.254", "64:ff9b::169.254.169.254", "2002:a9fe:a9fe::1", "::169.254.169.254",
    "64:ff9b:1::169.254.169.254",
]


@pytest.mark.parametrize("address", METADATA_WAYS)
def test_metadata_stays_refused_in_an_allowed_network_and_behind_an_allowed_name(address: str) -> None:
    networks = "169.254.0.0/16, fd00::/8, 100.64.0.0/10, 64:ff9b::/32"
    for allowed in ("", "0.0.0.0/0, ::/0", networks, "harbourpost.example", "169.254.169.0/24"):
        assert "keys" in address_refused(Guard.of(allowed), address, port=80).problem


@pytest.mark.parametrize("url", [
    "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "http://100.100.100.200/", "http://metadata.google.internal/",
    "http://METADATA.google.internal./", "http://metadata/", "http://[::ffff:a9fe:a9fe]/", "http://instance-data/", "http://168.63.129.16/",
])
def test_metadata_is_refused_by_name_and_number(url: str) -> None:
    refused(Guard.of("0.0.0.0/0"), url)


def test_metadata_passes_where_the_very_address_is_named() -> None:
    Guard.of("169.254.169.254").check_address("169.254.169.254", "169.254.169.254", 80)
    Guard.of("169.254.169.254/32").check_address("x.example", "::ffff:169.254.169.254", 80)
    named = Guard.of("metadata.google.internal")
    named.check_url("http://metadata.google.internal/")
    named.check_address("metadata.google.internal", "169.254.169.254", 80)
    address_refused(named, "169.254.169.254", "harbourpost.example", 80)
    address_refused(Guard.of("169.254.169.254:81"), "169.254.169.254", port=80)


@pytest.mark.parametrize("port", [1, 22, 25, 81, 3306, 5432, 6379, 8000, 8081, 9200, 11211, 65535])
def test_other_ports_are_refused(port: int) -> None:
    for host in ("harbourpost.example", "8.8.8.8", "[2606:4700::1]"):
        assert f"port {port}" in refused(PUBLIC, f"http://{host}:{port}/").problem
    assert f"port {port}" in address_refused(PUBLIC, "8.8.8.8", port=port).problem


def test_an_allowed_host_may_have_any_port_and_an_inner_address() -> None:
    guard = Guard.of("nas.local")
    guard.check_url("http://NAS.local.:5000/")
    guard.check_address("nas.local", "192.168.1.5", 5000)
    guard.check_address("nas.local", "fe80::1%eth0", 5000)
    address_refused(guard, "192.168.1.5", "other.local", 80)
    refused(guard, "http://sub.nas.local:5000/")
    refused(guard, "http://nas.local.example:5000/")


def test_an_allowed_port_is_that_port_only() -> None:
    guard = Guard.of("nas.local:8181, 192.168.1.5:81, [fd00::1]:82")
    guard.check_url("http://nas.local:8181/")
    guard.check_address("nas.local", "10.0.0.1", 8181)
    refused(guard, "http://nas.local:8182/")
    address_refused(guard, "10.0.0.1", "nas.local", 80)
    guard.check_url("http://192.168.1.5:81/")
    refused(guard, "http://192.168.1.5/")
    refused(guard, "http://192.168.1.6:81/")
    guard.check_url("http://[fd00::1]:82/")
    refused(guard, "http://[fd00::1]/")
    assert Guard.of("[fd00::1]").check_url("http://[fd00::1]:9/").port == 9


def test_a_network_is_allowed_for_literals_and_for_names_that_lead_there() -> None:
    guard = Guard.of("192.168.1.0/24,fd00::/8")
    guard.check_url("http://192.168.1.77:8181/")
    guard.check_url("http://[fd00::7]:8181/")
    guard.check_url("http://nas.example:8181/")  # may lead there; its address is judged
    guard.check_address("nas.example", "192.168.1.77", 8181)
    guard.check_address("nas.example", "::ffff:192.168.1.77", 8181)
    address_refused(guard, "192.168.2.1", "nas.example", 80)
    assert "port 8181" in address_refused(guard, "8.8.8.8", "nas.example", 8181).problem
    refused(guard, "http://10.0.0.1/")


@pytest.mark.parametrize("item", [
    "nas local", "http://nas.local", "nas.local/feed", "192.168.1.5/24", "192.168.1.0/33", "300.1.1.1", "127.1", "2130706433",
    "nas.local:", "nas.local:0",
    "nas.local:99999", "nas.local:http", "[fd00::1", "[fd00::1]:", "[nas.local]", "fd00::1%eth0", "*.local", "a@nas.local", "nas..local",
    ":80", "[]:80", "é" * 80,
])
def test_a_bad_item_is_named(item: str) -> None:
    with pytest.raises(OctavoError, match="OCTAVO_ALLOW") as caught:
        Guard.of(f"nas.local, {item}")
    assert repr(item) in str(caught.value)


def test_nothing_and_spaces_allow_nothing() -> None:
    assert Guard.of("") == Guard.of(" , ,") == Guard()


@given(st.one_of(st.text(max_size=60), st.text("htps:/.@[]%0127x\\#?é。１", max_size=30).map("http://".__add__)))
def test_whatever_is_written_is_judged_in_words(url: str) -> None:
    with suppress(FetchError):
        target = PUBLIC.check_url(url)
        assert target.scheme in ("http", "https")
        assert target.port in (80, 443, 8080, 8443)
        address = literal(target.host)
        assert special(address) is None if address else target.host.isascii() and not target.host.replace(".", "").isdigit()


@pytest.mark.parametrize(("source", "counts"), [
    ("http://192.168.1.7/feed", True), ("http://192.168.1.7:9000/feed", True), ("http://192.168.2.7/feed", False),
    ("http://nas.local/feed", True), ("https://nas.local:9000/feed", True), ("http://news.local/", False), ("http://news.local:81/", True),
    ("http://[::ffff:192.168.1.7]/", True), ("https://post.example/feed", False),
])
def test_what_is_allowed_counts_beyond_a_source_that_is_allowed(source: str, counts: bool) -> None:
    guard = Guard.of("192.168.1.0/24, nas.local, news.local:81")
    assert guard.beyond(source) == (guard if counts else Guard())
