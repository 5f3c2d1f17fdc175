"""What the HTTP client raises, as failures in words."""

from __future__ import annotations

import ssl

import aiohttp

from octavo.fetching.failures import FetchError, Reason
from octavo.fetching.limits import Limits
from octavo.unpacking import Broken, TooMuch

_LATER = "Try again later."


def too_large(url: str, limits: Limits) -> FetchError:
    """More bytes than a page may have."""
    most = f"{limits.wire_bytes / 2**20:g} MiB as it comes, {limits.body_bytes / 2**20:g} MiB unpacked"
    return FetchError(url, Reason.TOO_LARGE, f"it is larger than a page may be ({most})", "Save it, and read the file.")


def headers_too_large(url: str, limits: Limits) -> FetchError:
    """More headers than an answer may have."""
    return FetchError(url, Reason.TOO_LARGE, f"the head of its answer is larger than {limits.header_bytes / 2**10:g} KiB", _LATER)


def too_slow(url: str, limits: Limits) -> FetchError:
    """More seconds than everything together may take."""
    return FetchError(url, Reason.TIMED_OUT, f"it did not send the whole answer in {limits.whole:g} seconds", _LATER)


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
            why = "its resolver does not answer" if "resolver does not answer" in str(error.os_error) else "its name has no address"
            return FetchError(url, Reason.NO_ADDRESS, why, "Look at how the name is written, and whether this machine is online.")
        case aiohttp.ClientConnectorCertificateError():
            return FetchError(url, Reason.CERTIFICATE, _certificate(error.certificate_error), "A browser does not trust it either.")
        case aiohttp.ClientConnectorSSLError():
            return FetchError(url, Reason.NO_CONNECTION, "it does not speak https", "Try its address with http.")
        case aiohttp.ClientConnectorError():
            why = (error.os_error.strerror or str(error.os_error)).lower()
            return FetchError(url, Reason.NO_CONNECTION, f"nothing answers there ({why})", _LATER)
        case aiohttp.ClientPayloadError():
            return FetchError(url, Reason.BROKEN, "its answer is cut off in the middle, or its length is wrong", _LATER)
        case aiohttp.ClientResponseError():
            if "Got more than" in error.message or "Too many headers" in error.message:
                return headers_too_large(url, limits)
            return FetchError(url, Reason.BROKEN, "what it sends is no HTTP, or breaks its rules", "Look at the address and its port.")
        case aiohttp.InvalidURL() | ValueError():
            return FetchError(url, Reason.REFUSED, "it is no address that can be asked", "Look at how it is written.")
        case BrokenOff() | aiohttp.ClientError() | OSError():
            return FetchError(url, Reason.NO_CONNECTION, "it broke the connection off", _LATER)
        case _:
            raise error


def _slow(error: TimeoutError, limits: Limits) -> str:
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return f"no connection could be made in {limits.connect:g} seconds"
    if isinstance(error, aiohttp.SocketTimeoutError):
        return f"it was silent for {limits.first_byte:g} seconds"
    return f"its answer did not begin in {limits.first_byte:g} seconds"


def _certificate(error: Exception) -> str:
    said = error.verify_message if isinstance(error, ssl.SSLCertVerificationError) else ""
    return f"it cannot prove that it is the host of that name ({said or 'its certificate is not valid'})"
