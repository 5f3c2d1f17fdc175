"""What the HTTP client raises, as failures in words."""

from __future__ import annotations

import ssl

import aiohttp

from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.limits import Limits
from octavo.messages import Message
from octavo.messages import message as _
from octavo.unpacking import Broken, TooMuch

_LATER = _("Try again later.")


def too_large(url: str, limits: Limits) -> FetchError:
    """More bytes than a page may have."""
    wire, body = f"{limits.wire_bytes / 2**20:g}", f"{limits.body_bytes / 2**20:g}"
    problem = _("it is larger than a page may be (%(wire)s MiB as it comes, %(body)s MiB unpacked)", wire=wire, body=body)
    return FetchError(url, Reason.TOO_LARGE, problem, _("Save it, and read the file."))


def headers_too_large(url: str, limits: Limits) -> FetchError:
    """More headers than an answer may have."""
    problem = _("the head of its answer is larger than %(most)s KiB", most=f"{limits.header_bytes / 2**10:g}")
    return FetchError(url, Reason.TOO_LARGE, problem, _LATER)


def too_slow(url: str, limits: Limits) -> FetchError:
    """More seconds than everything together may take."""
    problem = _("it did not send the whole answer in %(most)s seconds", most=f"{limits.whole:g}")
    return FetchError(url, Reason.TIMED_OUT, problem, _LATER)


class BrokenOff(Exception):
    """A connection broke before the head of an answer had come."""


STATED = (FetchError, Broken, TooMuch, BrokenOff, aiohttp.ClientError, OSError, ValueError, LookupError)
"""What may be raised on the way. aiohappyeyeballs looks in vain for an error to raise, a LookupError, where each address was refused."""


def of_error(url: str, error: Exception, limits: Limits) -> FetchError:
    """What an error on the way is to whoever asked: a FetchError as it stands, or one of what aiohttp, the unpacking or the system says."""
    match error:
        case FetchError():
            return error
        case TooMuch():
            return too_large(url, limits)
        case Broken():
            return FetchError(url, Reason.BROKEN, str(error), _LATER)
        case TimeoutError():
            return FetchError(url, Reason.TIMED_OUT, _slow(error, limits), _LATER)
        case aiohttp.ClientConnectorDNSError():
            why = _("its resolver does not answer") if "resolver does not answer" in str(error.os_error) else _("its name has no address")
            return FetchError(url, Reason.NO_ADDRESS, why, _("Look at how the name is written, and whether this machine is online."))
        case aiohttp.ClientConnectorCertificateError():
            return FetchError(url, Reason.CERTIFICATE, _certificate(error.certificate_error), _("A browser does not trust it either."))
        case aiohttp.ClientConnectorSSLError():
            return FetchError(url, Reason.NO_CONNECTION, _("it does not speak https"), _("Try its address with http."))
        case aiohttp.ClientConnectorError():
            said = (error.os_error.strerror or str(error.os_error)).lower()
            return FetchError(url, Reason.NO_CONNECTION, _("nothing answers there (%(why)s)", why=said), _LATER)
        case aiohttp.ClientPayloadError():
            return FetchError(url, Reason.BROKEN, _("its answer is cut off in the middle, or its length is wrong"), _LATER)
        case aiohttp.ClientResponseError():
            if "Got more than" in error.message or "Too many headers" in error.message:
                return headers_too_large(url, limits)
            problem = _("what it sends is no HTTP, or breaks its rules")
            return FetchError(url, Reason.BROKEN, problem, _("Look at the address and its port."))
        case aiohttp.InvalidURL() | ValueError():
            return FetchError(url, Reason.REFUSED, _("it is no address that can be asked"), _("Look at how it is written."))
        case BrokenOff() | aiohttp.ClientError() | OSError():
            return FetchError(url, Reason.NO_CONNECTION, _("it broke the connection off"), _LATER)
        case _:
            raise error


def _slow(error: TimeoutError, limits: Limits) -> Message:
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return _("no connection could be made in %(most)s seconds", most=f"{limits.connect:g}")
    if isinstance(error, aiohttp.SocketTimeoutError):
        return _("it was silent for %(most)s seconds", most=f"{limits.first_byte:g}")
    return _("its answer did not begin in %(most)s seconds", most=f"{limits.first_byte:g}")


def _certificate(error: Exception) -> Message:
    said = error.verify_message if isinstance(error, ssl.SSLCertVerificationError) else ""
    return _("it cannot prove that it is the host of that name (%(why)s)", why=said or _("its certificate is not valid"))
