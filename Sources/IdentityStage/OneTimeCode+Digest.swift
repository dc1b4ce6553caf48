package import Cases
package import Cryptography

extension OneTimeCode {
    /// The keyed hash under which the code rests, good for one request only (cases 24 and 34).
    package func digest(boundTo requestID: String, key: SecretKey) -> [UInt8] {
        // The code comes last and has a fixed length, so that no two pairs of request and code give one message.
        let characters = reveal().utf8.filter { $0 != UInt8(ascii: "-") }
        return key.authenticationCode(for: Array("inzage one-time code\u{0}\(requestID)\u{0}".utf8) + characters)
    }
}
