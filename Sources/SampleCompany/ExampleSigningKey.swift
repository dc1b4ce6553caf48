/// The sample company's signing key: the files of `keys-example/`, which everybody has and which prove nothing.
enum ExampleSigningKey {
    /// `keys/signing.key`.
    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgR3LIxctIlDm6CAwc
        ahRr0dhQzQkCHvV1pcSSRx7nLOKhRANCAARVVTLvU1YU8JFP+lllgJ1FI2gwwFDl
        3nowZzo+/m5AY5t+yb9oXmTuSYaLvs8cs+KOrIYvjn95A7xKhuv3/1dg
        -----END PRIVATE KEY-----

        """

    /// `keys/signing.crt`.
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIICCjCCAbCgAwIBAgIUF2FGFymml9OyCAStscpuFRRCO1kwCgYIKoZIzj0EAwIw
        WTELMAkGA1UEBhMCTkwxHTAbBgNVBAoMFFZvb3JiZWVsZHdpbmtlbCBCLlYuMSsw
        KQYDVQQDDCJWb29yYmVlbGR3aW5rZWwgQi5WLiAoZXhhbXBsZSBrZXkpMCAXDTIw
        MDEwMTAwMDAwMFoYDzIwOTkxMjMxMjM1OTU5WjBZMQswCQYDVQQGEwJOTDEdMBsG
        A1UECgwUVm9vcmJlZWxkd2lua2VsIEIuVi4xKzApBgNVBAMMIlZvb3JiZWVsZHdp
        bmtlbCBCLlYuIChleGFtcGxlIGtleSkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
        AARVVTLvU1YU8JFP+lllgJ1FI2gwwFDl3nowZzo+/m5AY5t+yb9oXmTuSYaLvs8c
        s+KOrIYvjn95A7xKhuv3/1dgo1QwUjAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQE
        AwIHgDATBgNVHSUEDDAKBggrBgEFBQcDBDAdBgNVHQ4EFgQUjQQQgUQJ7eRU1EsY
        +U5tISJX6BswCgYIKoZIzj0EAwIDSAAwRQIhAItyprZLsyVDponZCMCUw6wnSRk/
        PwpvoGLObiEnE8J+AiByWVMQf21WVMVhfFKfYfNgomV3aAeLj+KO3CMRp0j4SQ==
        -----END CERTIFICATE-----

        """
}
