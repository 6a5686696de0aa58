/**
 * The headers of a file shown in place. A name may hold any letter: a plain one for old clients, then the whole (RFC 6266).
 * `inlineFile('åsa.svg')['content-disposition'] = 'inline; filename="_sa.svg"; filename*=UTF-8\'\'%C3%A5sa.svg'`
 */
export const inlineFile = (name: string): { 'content-disposition': string; 'x-content-type-options': string } => {
  const plain = name.replace(/[^\w.-]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-disposition': `inline; filename="${plain}"; filename*=UTF-8''${whole}`,
    'x-content-type-options': 'nosniff',
  }
}

/** The headers of a file that is kept rather than shown. */
export const attachedFile = (name: string): ReturnType<typeof inlineFile> => {
  const headers = inlineFile(name)
  return { ...headers, 'content-disposition': headers['content-disposition'].replace('inline', 'attachment') }
}
